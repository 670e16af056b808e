"""What headings and cells mean: categories, known headings, grades, dates, translations."""
