#!/usr/bin/env bash
# Each test a page names is a file: check_named_tests.sh PAGE…, from the root of the repository.
set -eu
missing=0
named=0
while read -r file; do
  named=$((named + 1))
  [ -e "$file" ] || { echo "no such test: $file" >&2; missing=1; }
done < <(grep -ohE '`tests/[A-Za-z0-9_./-]+`' "$@" | tr -d '\140' | sort -u)
[ "$named" -gt 0 ] || { echo "no test is named" >&2; exit 1; }
echo "$named tests are named"
exit $missing
