"""The record of what was done, retention, legal hold, subject access and erasure."""
