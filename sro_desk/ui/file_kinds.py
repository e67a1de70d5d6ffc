"""What records files are called."""

SUFFIX = ".srodesk"
KINDS = f"Records files (*{SUFFIX});;All files (*)"
