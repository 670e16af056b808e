"""From entries to rows of the returns workbook, by the map; names stay behind on the way."""
