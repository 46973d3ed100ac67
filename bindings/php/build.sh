#!/usr/bin/env bash
# Builds stead.so for the PHP of this machine, outside the source tree.
# Usage: build.sh FOLDER-OF-LIBSTEAD TARGET-FOLDER; the extension is TARGET-FOLDER/modules/stead.so
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$(cd "$1" && pwd)
mkdir -p "$2/prefix/include" "$2/prefix/lib"
target=$(cd "$2" && pwd)
cp -u "$here"/ext/*.[ch] "$here/ext/config.m4" "$target"
ln -sfn "$(cd "$here/../../capi" && pwd)/stead.h" "$target/prefix/include/stead.h"
ln -sfn "$library/libstead.so" "$target/prefix/lib/libstead.so"
cd "$target"
if [ ! -f Makefile ] || [ config.m4 -nt Makefile ]; then
  phpize >phpize.log 2>&1
  ./configure --with-stead="$target/prefix" CFLAGS="${CFLAGS:--O2 -g -Werror}" LDFLAGS="-Wl,-rpath,$library" >configure.log
fi
make -s >make.log 2>&1 || { grep -m 20 -E 'error' make.log || tail -n 5 make.log; exit 1; } >&2
