"""Users, teams over time, roles, and the scope that each person sees and acts in."""
