#!/usr/bin/env bash
# usage: check_exports.sh libstead.so stead.h exports.txt
# What the library exports, what the header declares and what is committed are one list; SQLite is the process's own.
set -eu
library=$1 header=$2 committed=$3
bad=0
differ() { diff "$2" "$3" || { echo "$1"; bad=1; }; }

exported=$(mktemp) declared=$(mktemp) symbols=$(mktemp)
trap 'rm -f "$exported" "$declared" "$symbols"' EXIT
nm -D --defined-only --without-symbol-versions "$library" >"$symbols"
awk '$2 != "A" {print $3}' "$symbols" | LC_ALL=C sort >"$exported"
grep -oE '^STEAD_API .*\bstead_[a-z_]+\(' "$header" | grep -oE 'stead_[a-z_]+\($' | tr -d '(' | LC_ALL=C sort >"$declared"

[ "$(wc -l <"$declared")" -gt 100 ] || { echo "the header was not understood"; bad=1; }
LC_ALL=C sort -c "$committed" || { echo "exports.txt is not sorted"; bad=1; }
differ "exports.txt is not what stead.h declares" "$declared" "$committed"
differ "the library does not export exactly exports.txt" "$exported" "$committed"
readelf -d "$library" | grep -q 'NEEDED.*\[libsqlite3\.so' || { echo "the shared libsqlite3 is not linked"; bad=1; }
! grep sqlite3_ "$symbols" || { echo "the library holds a copy of SQLite"; bad=1; }
readelf -d "$library" | grep -q 'SONAME.*\[libstead\.so\.0\]' || { echo "the SONAME is not libstead.so.0"; bad=1; }
readelf -d "$library" | grep -q 'BIND_NOW\|NOW' || { echo "symbols are bound lazily"; bad=1; }
exit $bad
