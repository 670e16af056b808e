"""E-mail itself: how letters are written, handed to a mail server, and how reports come back."""
