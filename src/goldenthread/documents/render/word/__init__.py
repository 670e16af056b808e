"""Word documents: styles, numbering, fonts and sections; the looks live in the styles alone."""
