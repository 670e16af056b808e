"""From cells to facts: headings, rows, values, and the sheets one by one."""
