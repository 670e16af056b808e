"""What changes records: keyword-only functions, each one act."""
