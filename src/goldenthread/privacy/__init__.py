"""What keeps people unrecognised: keys, encryption at rest."""
