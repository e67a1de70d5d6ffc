"""Spreadsheets as people keep them: what their headings, cells and rows mean. Pure."""
