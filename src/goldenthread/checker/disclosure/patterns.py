"""Patterns of disclosure are compiled when first asked for."""

from goldenthread.checker.patterns import Late

__all__ = ["Late"]
