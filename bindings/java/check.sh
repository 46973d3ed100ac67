#!/usr/bin/env bash
# All checks of the Java binding: native layer, tests under -Xcheck:jni, coverage, Javadoc, jar, bill of materials.
# Usage: check.sh FOLDER-OF-LIBSTEAD.SO [--long]; everything is made under build/java. Leaves
# build/java/conformance-host.sh, which starts the host of the conformance stories.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
[ $# -ge 1 ] && [ -e "$1/libstead.so.0" ] || { echo "usage: $0 FOLDER-OF-LIBSTEAD.SO [--long]" >&2; exit 2; }
stead=$(cd "$1" && pwd)
tier=short
[ "${2:-}" != --long ] || tier=long
build=$root/build/java
log=$build/verify.log
mkdir -p "$build"

fail() {
  echo "$1" >&2
  exit 1
}

mvn -B -f "$here/pom.xml" -Dstead.library.folder="$stead" -Dstead.tier="$tier" verify >"$log" 2>&1 \
  || { grep -vE '^\[INFO\]|^\s+at |^$' "$log" | tail -n 60; fail "mvn verify failed; $log has it all"; }
# What -Xcheck:jni has to say, it says in these words.
if grep -nE 'in native method|JNI call made|JNI local refs' "$log"; then
  fail "-Xcheck:jni complained"
fi
for made in stead-0.1.0.jar stead-0.1.0-javadoc.jar stead-0.1.0-sources.jar bom.json; do
  [ -s "$build/maven/$made" ] || fail "$made was not made"
done

cat >"$build/conformance-host.sh" <<HOST
#!/bin/sh
exec java -Xcheck:jni -cp '$build/maven/test-classes:$build/maven/classes:$(cat "$build/test.classpath")' io.stead.ConformanceHost
HOST
chmod +x "$build/conformance-host.sh"

grep -E '^\[(INFO|WARNING)\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$' "$log" | tail -n 1 \
  | sed 's/^\[[A-Z]*\] //; s/^/SHOW Java: /'
