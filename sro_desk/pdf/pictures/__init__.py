"""Pictures as vector drawings, each a tagged figure with the words that stand for it."""
