"""The pictures of the home page: drawn in the colours of the theme, walked through by keys."""
