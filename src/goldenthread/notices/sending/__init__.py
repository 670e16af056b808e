"""The outbox at work: claiming, handing over, putting together.

This is the outbox's own bookkeeping, not acts of people: a claim and an attempt leave no row in
the ledger, what became of an e-mail does (``services/outcomes.py``).
"""
