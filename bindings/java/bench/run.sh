#!/usr/bin/env bash
# Row 8 for Java. Usage: run.sh FOLDER-OF-LIBSTEAD.SO; prints one line of JSON.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
stead=$(cd "$1" && pwd)
build=$root/build/java
out=$build/bench
mkdir -p "$out"

mvn -q -B -f "$here/../pom.xml" -Dstead.library.folder="$stead" test-compile >"$out/maven.log" 2>&1 \
  || { tail -n 40 "$out/maven.log" >&2; exit 1; }
java_home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
gcc -O2 -fPIC -shared -Wall -Wextra -Werror -I"$java_home/include" -I"$java_home/include/linux" -I"$root/capi" \
  "$here/steadbench.c" -L"$stead" -lstead -Wl,-rpath,"$stead" -o "$out/libsteadbench.so"
class_path=$build/maven/classes:$(cat "$build/test.classpath")
javac -Xlint:all -Werror -d "$out/classes" -cp "$class_path" "$here/io/stead/AuthorizeBench.java"
# The very library that the C loop calls.
mkdir -p "$out/libraries"
cp -L "$stead/libstead.so.0" "$build/native/libsteadjni.so" "$out/libraries/"
LD_LIBRARY_PATH=$out/libraries exec java -Dstead.library.path="$out/libraries" -cp "$out/classes:$class_path" \
  io.stead.AuthorizeBench "$out/libsteadbench.so"
