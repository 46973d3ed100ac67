#!/usr/bin/env bash
# A second process that asks until the answer turns.
# Usage: watch.sh FOLDER-OF-LIBSTEAD STORE SECRET-FILE USER-ID OWNER-EMAIL
set -eu
. "$(dirname "$0")/php.sh"
stead_php watcher.php "${@:2}"
