"""What is done to e-mails: keyword-only functions, each one act."""
