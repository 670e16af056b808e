"""The outbox: every e-mail of the service, sent exactly once."""
