"""What may be said of children without a database."""
