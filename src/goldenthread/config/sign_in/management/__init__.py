"""Commands of the sign-in, for whoever runs the service."""
