#!/usr/bin/env bash
# Asks until the owner has revoked. usage: watch.sh FOLDER-OF-LIBSTEAD STORE SECRET-FILE USER-ID OWNER-EMAIL
set -eu
[ $# -eq 5 ] || { echo "usage: $0 FOLDER-OF-LIBSTEAD STORE SECRET-FILE USER-ID OWNER-EMAIL" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/venv.sh"
demo_make_venv "$1"
shift
exec env PYTHONWARNINGS=error PYTHONDONTWRITEBYTECODE=1 "$demo_python" "$here/watcher.py" "$@"
