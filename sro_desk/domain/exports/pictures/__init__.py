"""What the pictures show, as values with the words that stand for it: window and PDF draw these."""
