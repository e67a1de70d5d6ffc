"""The failures that a person is told about in one sentence; anything else is a bug."""


class SroDeskError(Exception):
    """An expected failure; its text says what happened, why, and what to do next."""


class Cancelled(Exception):  # noqa: N818 - a request of the person, not an error
    """Raised by `report` when the person pressed Stop, so that the transaction rolls back."""
