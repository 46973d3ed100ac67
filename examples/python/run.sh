#!/usr/bin/env bash
# Tells the story in Python. usage: run.sh FOLDER-OF-LIBSTEAD STORE-FOLDER DATA-FOLDER
set -eu
[ $# -eq 3 ] || { echo "usage: $0 FOLDER-OF-LIBSTEAD STORE-FOLDER DATA-FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/venv.sh"
demo_make_venv "$1"
mkdir -p "$2"
exec env PYTHONWARNINGS=error PYTHONDONTWRITEBYTECODE=1 "$demo_python" "$here/demo.py" "$2" "$3"
