"""The chief's desk for school resource officer training certificates."""

__version__ = "0.1.0"
