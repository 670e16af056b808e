"""Pages of signing in: allauth's, with their acts made whole, and a few of our own."""
