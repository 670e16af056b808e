"""What changes people, teams and roles: keyword-only functions, each one act."""
