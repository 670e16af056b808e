"""One function per command, called by the command line, the web application and Python."""
