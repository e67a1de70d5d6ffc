"""The facts of a certificate copy that is appended to a report: public ones, no file name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """One copy behind its divider page."""

    whose: str  # the officers, one or a class
    what: str  # the course
    lines: tuple[str, ...]  # more about the certificate
    number: int | None  # by which the worker holds it; None where it cannot be appended
    pages: int
    sizes: tuple[tuple[float, float], ...]  # of pictures, in points; none for a PDF
    trouble: str = ""  # why it cannot be appended

    @property
    def foreign(self) -> bool:
        """Whether pages of somebody else's PDF follow, of which nothing can be vouched for."""
        return self.number is not None and not self.sizes
