"""How people get in: password, second factor, passkey, single sign-on; sessions and their end."""
