"""How the window looks: light and dark palettes, status colours and icons, live with the system."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from sro_desk import resources
from sro_desk.ui import first_icons
from sro_desk.ui.preferences import Appearance, Preferences

if TYPE_CHECKING:  # each name out of Qt takes its time, and these are not needed to paint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton

    from sro_desk.domain.codes import Light

_MIDDLE = 128  # of the lightness of a colour, 0 to 255
GAP = 8  # pixels: every distance in the window is a multiple


class Colours(NamedTuple):
    """One appearance; every text colour has at least 4.5:1 on every background it meets."""

    window: str
    base: str
    raised: str  # headers, bars
    hover: str
    text: str
    muted: str
    disabled: str
    line: str
    accent: str
    on_accent: str
    selected: str
    problem: str
    sample: str  # the banner of the sample
    lights: dict[str, str]  # by `Light`, whose codes are these words


LIGHT = Colours(
    window="#f4f5f7",
    base="#ffffff",
    raised="#eceef1",
    hover="#e4e8ee",
    text="#1b1f24",
    muted="#545c66",
    disabled="#8b929b",
    line="#cfd4da",
    accent="#1a5fb4",
    on_accent="#ffffff",
    selected="#e1f2fe",
    problem="#a4161a",
    sample="#fff1c9",
    lights={
        "GREEN": "#0072b2",
        "AMBER": "#9a5b00",
        "RED": "#4b0010",
        "GREY": "#595959",
    },
)
DARK = Colours(
    window="#1d2025",
    base="#24282e",
    raised="#2b3037",
    hover="#343a43",
    text="#e8eaed",
    muted="#aab1ba",
    disabled="#747b85",
    line="#434a54",
    accent="#7db4f5",
    on_accent="#10151c",
    selected="#1d3557",
    problem="#ff8f8f",
    sample="#4a3d14",
    lights={
        "GREEN": "#6cb6ff",
        "AMBER": "#ffd166",
        "RED": "#ff6e6e",
        "GREY": "#bdbdbd",
    },
)
LIGHT_ICONS = {
    "RED": "light-red",
    "AMBER": "light-amber",
    "GREEN": "light-green",
    "GREY": "light-grey",
}


class Theme(QObject):
    """The appearance in force; `changed` after every widget has been given the new one."""

    changed = Signal()
    chosen = Signal(object)  # Appearance, as a person chose it

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._dressed: list[tuple[QAction | QAbstractButton, str]] = []
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._follows = False
        self._system_dark = QGuiApplication.palette().window().color().lightness() < _MIDDLE
        self._dark = self._should_be_dark()
        _use_shipped_font_without_a_display()
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        return self._dark

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return DARK if self._dark else LIGHT

    def set_appearance(self, appearance: Appearance) -> None:
        """Choose light, dark or the system's, now and for the next start."""
        self._preferences.appearance = appearance
        self._follow()
        self.chosen.emit(appearance)

    def colour(self, light: "Light") -> QColor:
        """The colour of a status."""
        return QColor(self.colours.lights[light])

    def light_icon(self, light: "Light") -> QIcon:
        """The icon of a status, in its colour; each has its own outline as well."""
        return self.icon(LIGHT_ICONS[light], self.colours.lights[light])

    def icon(self, name: str, colour: str = "") -> QIcon:
        """A shipped icon in the colour of text, or in `colour`."""
        key = name, colour or self.colours.text
        if key not in self._icons:
            self._icons[key] = self._made(name, key[1])
        return self._icons[key]

    def dress(self, thing: "QAction | QAbstractButton", name: str) -> None:
        """Give an action or a button an icon that follows the appearance."""
        thing.setIcon(self.icon(name))
        self._dressed.append((thing, name))

    def follow_system(self) -> None:
        """Ask the system, and follow it from now on; draw the icons in every size.

        The first paint took the brightness of its palette for an answer:
        asking loads all of Qt's namespace.
        """
        if not self._follows:
            self._follows = True
            self._icons.clear()
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
            self._follow()
            self._redraw()

    @Slot()
    def _follow(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme.name != "Unknown":
            self._system_dark = scheme.name == "Dark"
        dark = self._should_be_dark()
        if dark == self._dark:
            return
        self._dark = dark
        self._apply()
        self._redraw()

    def _redraw(self) -> None:
        self._dressed = [(thing, name) for thing, name in self._dressed if shiboken6.isValid(thing)]
        for thing, name in self._dressed:
            thing.setIcon(self.icon(name))
        self.changed.emit()

    def _made(self, name: str, colour: str) -> QIcon:
        if not self._follows:
            return first_icons.icon(name, colour)
        from sro_desk.ui import icons  # QPainter, which the first paint does without

        return icons.icon(name, QColor(colour), QColor(self.colours.disabled))

    def _should_be_dark(self) -> bool:
        appearance = self._preferences.appearance
        if appearance is Appearance.SYSTEM:
            return self._system_dark
        return appearance is Appearance.DARK

    def _apply(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setPalette(_palette(self.colours))
        app.setStyleSheet(_style_sheet(self.colours))


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """`share` of one colour upon another."""
    parts = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]  # a tuple of four numbers
    return QColor(*(round(share * above + (1 - share) * below) for above, below in parts))


def _palette(colours: Colours) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for each, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.window,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Highlight: colours.selected,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Light: colours.base,
        role.Midlight: colours.raised,
        role.Mid: colours.line,
        role.Dark: colours.line,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    return palette


def _style_sheet(colours: Colours) -> str:
    sheet = resources.path("theme", "window.qss").read_text(encoding="utf-8")
    for name in ("window", "base", "raised", "hover", "text", "muted", "disabled", "line",
                 "accent", "on_accent", "selected", "problem", "sample"):  # fmt: skip
        sheet = sheet.replace(f"@{name};", f"{getattr(colours, name)};")
    sheet = sheet.replace("@amber;", f"{colours.lights['AMBER']};")
    shade = "dark" if colours is DARK else "light"
    return sheet.replace("@shade", Path(resources.path("theme", shade)).as_posix())


def _use_shipped_font_without_a_display() -> None:
    """Screenshots look alike everywhere; a real window uses the system's own font."""
    if QGuiApplication.platformName() != "offscreen":
        return
    from PySide6.QtGui import QFont, QFontDatabase  # many names that a real window does without

    for style in ("Regular", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"NotoSans-{style}.ttf")))
    QApplication.setFont(QFont("Noto Sans", 10))
