"""Tables and charts: their counts, percentages, bases and totals."""
