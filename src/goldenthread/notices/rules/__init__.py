"""What may be said of e-mails without a database: states, faults, quiet hours, trying again."""
