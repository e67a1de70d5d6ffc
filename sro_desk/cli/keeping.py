"""`backup`, `restore` and `verify`."""

from pathlib import Path
from typing import Annotated

import typer

from sro_desk.cli.answers import NOTHING_RED, TROUBLE, RecordsFile, as_path
from sro_desk.services import checked_pdfs, keeping
from sro_desk.services.records_file import look_into


def backup(
    file: RecordsFile,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            parser=as_path,
            metavar="DIR",
            help="Where; the agency's choice if not given.",
        ),
    ] = None,
) -> None:
    """Make a verified backup."""
    with look_into(file) as db:
        made = keeping.backup(db, to)
    typer.echo(f"Backed up and verified: {made.path}")


def restore(
    backup: Annotated[
        Path,
        typer.Argument(parser=as_path, metavar="BACKUP", help="A backup of a records file."),
    ],
    to: Annotated[
        Path,
        typer.Option("--to", parser=as_path, metavar="FILE", help="The records file to write."),
    ],
) -> None:
    """Verify a backup and put it in place; a file that stands there is kept beside it."""
    restored = keeping.restore(backup, to)
    typer.echo(f"Restored: {restored.path}")
    if restored.kept is not None:
        typer.echo(f"The file that stood there is kept as {restored.kept}")


def verify(
    file: RecordsFile,
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="HEX", help="The ledger head printed in a PDF's footer."),
    ] = None,
    pdf: Annotated[
        Path | None,
        typer.Option(
            "--pdf", parser=as_path, metavar="PDF", help="A PDF, whose footer has such a head."
        ),
    ] = None,
) -> None:
    """Check the file, every copy and the whole ledger; exit 0 when all holds, 3 when not.

    With --head or --pdf, also tell whether the records still contain all that the PDF was made
    from.
    """
    if head is not None and pdf is not None:
        raise typer.BadParameter("give --head or --pdf, not both.")
    verdict = keeping.verify(file, head) if pdf is None else checked_pdfs.verify_alone(file, pdf)
    for sentence in verdict.sentences:
        typer.echo(sentence, err=not verdict.sound)
    raise typer.Exit(NOTHING_RED if verdict.sound else TROUBLE)
