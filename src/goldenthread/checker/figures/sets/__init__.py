"""Parts that should make a whole, in running text and lists."""
