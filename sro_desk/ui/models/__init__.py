"""Rows as Qt views want them."""
