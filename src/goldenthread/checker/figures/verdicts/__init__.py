"""What arithmetic says of a printed share, and in which words."""
