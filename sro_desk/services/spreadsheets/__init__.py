"""Spreadsheets in and out of the records file."""
