"""What a certificate says, guessed from its words: pure, and rather silent than wrong."""
