"""Foreign files: their type by content, and the limited process that opens them."""
