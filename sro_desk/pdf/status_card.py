"""Where one officer stands, in one band: the icon of the light, the status, the paragraph."""

from sro_desk.domain.codes import Light
from sro_desk.domain.words import light_words
from sro_desk.pdf import fonts, look
from sro_desk.pdf.flow import Flow, baseline

_PAD = 10.0
_ICON = 22.0
_TEXT = _PAD + _ICON + 10  # from the left edge
_NONE = "No paragraph governs"


def draw(flow: Flow, light: Light, status: str, paragraph: str) -> None:
    """Draw the band; colour never stands alone."""
    style = look.lit(look.STATUS, light)
    lines = fonts.wrap(paragraph or _NONE, look.BODY, flow.width - _TEXT - _PAD)
    height = 2 * _PAD + look.STATUS.leading + len(lines) * look.BODY.leading
    flow.need(height)
    sheet, bottom = flow.sheet, flow.y - height
    with sheet.artifact():
        sheet.box(flow.left, bottom, flow.width, height, look.TINTS[light], radius=4)
        sheet.light(flow.left + _PAD, bottom + (height - _ICON) / 2, _ICON, light)
    word = f"{light_words(light)} "
    x, top = flow.left + _TEXT, flow.y - _PAD
    with sheet.tagged(sheet.root.add("P")):
        sheet.text(x, baseline(top, style), f"{status} ", style)
        right = flow.left + flow.width - _PAD
        quiet = look.lit(look.TILE, light)
        sheet.text(right, baseline(top, style), word, quiet, align=1)
        sheet.lines(x, baseline(top - style.leading, look.BODY), lines, look.BODY)
    flow.skip(height)
