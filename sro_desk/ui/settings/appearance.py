"""Light, dark or as the system is: kept on this workstation, in step with the View menu."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from sro_desk.ui.context import Context
from sro_desk.ui.preferences import Appearance
from sro_desk.ui.settings.section import Section
from sro_desk.ui.settings.switch import Switch

_WORDS = {
    Appearance.SYSTEM: ("As the &system", "Light or dark, and changes when the system does."),
    Appearance.LIGHT: ("&Light", "Dark text on light ground."),
    Appearance.DARK: ("&Dark", "Light text on dark ground. Reports are printed on white as ever."),
}


class AppearanceSection(Section):
    """Holds at once."""

    name = "Appearance"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._group = QButtonGroup(self)
        self.choices = {
            appearance: Switch(QRadioButton(title), words)
            for appearance, (title, words) in _WORDS.items()
        }
        self.tell(
            "For your account on this computer; the records file does not change. Sizes follow "
            "the display settings of the system."
        )
        for appearance, choice in self.choices.items():
            self._group.addButton(choice.button)
            self.add_narrow(choice)
            choice.button.clicked.connect(
                lambda _, appearance=appearance: context.theme.set_appearance(appearance)
            )
        self.content.addStretch(1)
        context.theme.chosen.connect(self._mark)

    def reload(self) -> None:
        """Show what is chosen."""
        self._mark(self.context.preferences.appearance)

    @Slot(object)
    def _mark(self, chosen: Appearance) -> None:
        self.choices[chosen].show_choice(on=True)
