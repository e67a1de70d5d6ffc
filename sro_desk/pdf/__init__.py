"""Values to bytes: reportlab and the tagging layer live only here."""
