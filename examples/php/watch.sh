#!/usr/bin/env bash
# Asks until it is refused. Usage: watch.sh FOLDER-OF-LIBSTEAD STORE SECRET-FILE USER-ID OWNER-EMAIL
set -eu
exec "$(dirname "$0")/php.sh" "$1" "$(dirname "$0")/watcher.php" "$2" "$3" "$4" "$5"
