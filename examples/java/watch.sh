#!/usr/bin/env bash
# Asks all the time whether a user may send for an owner, until the answer turns.
set -eu
[ $# -eq 5 ] || { echo "usage: $0 FOLDER-OF-LIBSTEAD STORE SECRET-FILE USER-ID OWNER-EMAIL" >&2; exit 2; }
. "$(dirname "$0")/build.sh"
java_demo_prepare "$1"
exec "${java[@]}" com.cubeflakes.crm.Watcher "${@:2}"
