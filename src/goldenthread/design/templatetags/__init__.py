"""Tags of Django's templates, which only the pages of sign-in use."""
