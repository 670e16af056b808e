"""What every app of the web service stands on: base model, acts, ledger, events, jobs, errors."""
