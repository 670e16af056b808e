"""From blocks to the plain data that the typst templates read, with widths worked out."""
