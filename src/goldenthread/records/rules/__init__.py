"""What may be said of records without a database."""
