"""Single sign-on by OpenID Connect: whom we recognise, and what their claims give them."""
