"""What can be read, in light and dark; icons and commands that hang together."""

import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage

from sro_desk import resources
from sro_desk.domain.codes import Light
from sro_desk.ui import first_icons, icons
from sro_desk.ui.actions import COMMANDS, MENUS, TOOLS, Actions
from sro_desk.ui.page_list import PAGES
from sro_desk.ui.preferences import Appearance
from sro_desk.ui.theme import DARK, LIGHT, LIGHT_ICONS

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "base", "raised", "selected")


def luminance(colour):
    """As WCAG 2.1 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(colours, ground):
    for name in ("text", "muted"):
        assert contrast(getattr(colours, name), getattr(colours, ground)) >= 4.5, name


@BOTH
@pytest.mark.parametrize("light", Light)
def test_every_status_is_readable_in_tables(colours, light):
    for ground in ("base", "window", "selected"):
        assert contrast(colours.lights[light], getattr(colours, ground)) >= 4.5, ground


@BOTH
def test_buttons_and_problems_are_readable(colours):
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    for ground in ("base", "window"):
        assert contrast(colours.problem, getattr(colours, ground)) >= 4.5
    assert contrast(colours.text, colours.sample) >= 4.5


def test_the_status_colours_are_those_agreed():
    assert LIGHT.lights == {
        Light.GREEN: "#0072b2", Light.AMBER: "#9a5b00", Light.RED: "#4b0010", Light.GREY: "#595959",
    }  # fmt: skip
    assert DARK.lights == {
        Light.GREEN: "#6cb6ff", Light.AMBER: "#ffd166", Light.RED: "#ff6e6e", Light.GREY: "#bdbdbd",
    }  # fmt: skip


def test_every_icon_that_is_named_can_be_drawn(qapp):  # noqa: ARG001 - pictures need it
    names = {command.icon for command in COMMANDS if command.icon}
    names |= {page.icon for page in PAGES} | set(LIGHT_ICONS.values())
    for name in names:
        image = icons.pixmap(name, QColor("black"), 20).toImage()
        assert image.convertToFormat(QImage.Format.Format_ARGB32) != blank(image), name


def test_the_icons_of_the_first_paint_are_those_drawn_later(qapp):  # noqa: ARG001 - likewise
    form = QImage.Format.Format_ARGB32
    for path in resources.path("icons").glob("*.svg"):
        first = first_icons.icon(path.stem, "#123456").pixmap(20, 20).toImage()
        later = icons.pixmap(path.stem, QColor("#123456"), 20).toImage()
        assert first.convertToFormat(form) == later.convertToFormat(form), path.stem


def blank(image):
    empty = QImage(image.size(), QImage.Format.Format_ARGB32)
    empty.fill(0)
    return empty


def test_icons_are_drawn_alike():
    for path in resources.path("icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 20 20"' in text, path.name
        assert "currentColor" in text, path.name


def test_the_lights_differ_in_outline(qapp):  # noqa: ARG001 - pictures need it
    drawn = [icons.pixmap(name, QColor("black"), 20).toImage() for name in LIGHT_ICONS.values()]
    assert all(one != other for one, other in pairwise(drawn))


def test_the_style_sheet_has_no_colour_left_to_fill_in(theme, qapp):
    for appearance in (Appearance.DARK, Appearance.LIGHT):
        theme.follow_system()
        theme.set_appearance(appearance)
        assert not re.search(r"@\w", qapp.styleSheet())


def test_no_key_does_two_things():
    keys = [key for command in COMMANDS for key in command.keys]
    keys += [f"{with_key}+{n}" for n in range(1, len(PAGES) + 1) for with_key in ("Alt", "Ctrl")]
    assert len(keys) == len(set(keys))


def test_every_command_is_in_a_menu_and_every_tool_a_command(qapp, theme):
    names = [command.name for command in COMMANDS]
    assert {command.menu for command in COMMANDS} <= set(MENUS)
    assert set(TOOLS) - {""} <= set(names)
    actions = Actions(theme, qapp)
    assert all(actions[name].text() for name in names)
