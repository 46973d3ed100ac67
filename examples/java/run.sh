#!/usr/bin/env bash
# The story of Stead, told in Java. A second run on the same store folder goes on with the same people.
set -eu
[ $# -eq 3 ] || { echo "usage: $0 FOLDER-OF-LIBSTEAD STORE-FOLDER DATA-FOLDER" >&2; exit 2; }
. "$(dirname "$0")/build.sh"
java_demo_prepare "$1"
mkdir -p "$2"
[ -t 1 ] && colours=true || colours=false
exec "${java[@]}" -Dcolours=$colours com.cubeflakes.crm.Demo "$2" "$3"
