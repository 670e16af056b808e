"""Figures from facts: counts, shares, intervals, comparison, disclosure and the words for them."""
