"""The sheets of the returns workbook, declared by what they are about."""
