#!/usr/bin/env bash
# Tells the story in PHP. Usage: run.sh FOLDER-OF-LIBSTEAD STORE-FOLDER DATA-FOLDER
set -eu
. "$(dirname "$0")/php.sh"
mkdir -p "$2"
stead_php story.php "$(cd "$2" && pwd)" "$(cd "$3" && pwd)"
