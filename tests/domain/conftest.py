"""How far the properties of the rules are searched."""

from hypothesis import settings

# A time limit on one example would measure how busy the machine is, not the rules.
settings.register_profile("rules", deadline=None)
settings.load_profile("rules")
