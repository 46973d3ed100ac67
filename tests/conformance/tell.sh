#!/usr/bin/env bash
# Tells every story to one language and compares its transcript with the core's, byte for byte.
# Usage: tell.sh BUILD-FOLDER LANGUAGE HOST-COMMAND [ARGUMENT…]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)/tests/conformance
language=$2
shift 2
stories=$root/tests/conformance
"$build/conformance_pipe" "$stories" "$root" "$build/$language.transcript" "$stories/gaps/$language.txt" "$@"
"$build/conformance_core" "$stories" "$root" "$build/core.transcript" >/dev/null
cmp "$build/core.transcript" "$build/$language.transcript"
echo "SHOW $language answers the stories with the core's bytes"
