"""Plugins of pydantic are for whoever runs a server, not for a command of a second."""

import os


def without_plugins() -> None:
    """Keep pydantic from looking through all that is installed for plugins: 0.02 s a process.

    To be called before pydantic is loaded. A second process inherits it. Somebody who has set the
    variable keeps what they set.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
