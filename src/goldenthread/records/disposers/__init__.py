"""How what is due is found and goes, for the apps below and for this one."""
