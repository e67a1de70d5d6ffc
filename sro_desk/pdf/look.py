"""How the reports look: inks, type sizes and distances, in points."""

from sro_desk.domain.codes import Light
from sro_desk.pdf.fonts import BOLD, ITALIC, REGULAR, Style

Ink = tuple[float, float, float]


def ink(hexadecimal: str) -> Ink:
    """`#0072B2` as reportlab takes it."""
    red, green, blue = (int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


TEXT = ink("#1B1F24")
QUIET = ink("#4F5864")
NAVY = ink("#14324F")
RULE = ink("#C8D0DA")
FAINT_RULE = ink("#E1E6EC")
BAND = ink("#EEF2F6")
WATERMARK = ink("#F3EEE4")
WHITE = ink("#FFFFFF")

LIGHTS = {
    Light.RED: ink("#4B0010"),
    Light.AMBER: ink("#9A5B00"),
    Light.GREEN: ink("#0072B2"),
    Light.GREY: ink("#595959"),
}
TINTS = {
    Light.RED: ink("#F3E8EA"),
    Light.AMBER: ink("#FAF1E2"),
    Light.GREEN: ink("#E6F1F8"),
    Light.GREY: ink("#F1F1F1"),
}

AGENCY = Style(BOLD, 14, 18, NAVY)
CONTACT = Style(REGULAR, 8, 11, QUIET)
TITLE = Style(BOLD, 19, 25, NAVY)
SUBTITLE = Style(REGULAR, 12, 16, TEXT)
SECTION = Style(BOLD, 12, 16, NAVY)
BODY = Style(REGULAR, 9.5, 13.5, TEXT)
STRONG = Style(BOLD, 9.5, 13.5, TEXT)
LETTER = Style(REGULAR, 10.5, 15.5, TEXT)
SUBJECT = Style(BOLD, 10.5, 15.5, NAVY)
NOTE = Style(ITALIC, 8.5, 12, QUIET)
LABEL = Style(REGULAR, 7.5, 10, QUIET)
VALUE = Style(BOLD, 9.5, 13, TEXT)
COUNT = Style(BOLD, 18, 22, TEXT)
TILE = Style(REGULAR, 8.5, 11, TEXT)
SIGNER = Style(REGULAR, 9, 12, TEXT)
STATUS = Style(BOLD, 14, 18, TEXT)
MONTH = Style(BOLD, 7.5, 10, NAVY)
DAY = Style(REGULAR, 6.5, 8, TEXT)
HEADER = Style(BOLD, 7.5, 10, NAVY)
CELL = Style(REGULAR, 8, 10.5, TEXT)
CELL_STRONG = Style(BOLD, 8, 10.5, TEXT)
CELL_QUIET = Style(REGULAR, 7.2, 9.5, QUIET)
HASH = Style(REGULAR, 6.8, 10.5, TEXT)  # 64 digits in 272 points
WRITTEN = Style(REGULAR, 8, 18, TEXT)  # leaves room for a hand
FOOTER = Style(REGULAR, 7, 9, QUIET)
PRIVATE = Style(BOLD, 7, 9, LIGHTS[Light.RED])
FINE = Style(REGULAR, 6, 8, QUIET)


def lit(style: Style, light: Light) -> Style:
    """`style` in the colour of a light."""
    return inked(style, LIGHTS[light])


def inked(style: Style, ink: Ink) -> Style:
    """`style` in another ink."""
    return Style(style.font, style.size, style.leading, ink)
