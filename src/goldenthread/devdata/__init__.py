"""The fictional authority, made through the services. Larkshire is invented, and all in it."""
