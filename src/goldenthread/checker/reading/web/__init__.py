"""Web pages, and Markdown as the web page that it makes."""
