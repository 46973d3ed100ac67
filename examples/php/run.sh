#!/usr/bin/env bash
# Tells the story in PHP. Usage: run.sh FOLDER-OF-LIBSTEAD STORE-FOLDER DATA-FOLDER
set -eu
exec "$(dirname "$0")/php.sh" "$1" "$(dirname "$0")/demo.php" "$2" "$3"
