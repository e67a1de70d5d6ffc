"""The sections of the Settings page, each in a module of its own."""
