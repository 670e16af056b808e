"""Adopting what councils have: any of their spreadsheets becomes the returns workbook's rows.

A source is read into *entries* (one audit each, column name to value), a *map* says where each
column goes, and applying the map gives rows by sheet, a report and problems. People become
codes on the way; names of children are never carried.
"""
