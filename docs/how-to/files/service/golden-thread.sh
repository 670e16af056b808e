#!/bin/sh
# Runs a goldenthread command as the service does: its user, its settings, its folder.
set -a
. /etc/golden-thread/settings
set +a
cd /var/lib/golden-thread || exit
exec runuser -u golden-thread -- /opt/golden-thread/.venv/bin/goldenthread "$@"
