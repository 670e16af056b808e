"""From files to entries: grids of cells, headings found in them, tables, forms, folders."""
