#!/usr/bin/env bash
# Rules of the house that can be tested: who may include whom, what may not stand in a file.
set -u
shopt -s lastpipe  # what stands at the end of a pipe sets `bad` here, not in a child
bad=0
say() { echo "$*"; bad=1; }
found() { # message, then the grep's output on stdin
  local lines; lines=$(cat)
  [ -z "$lines" ] || say "$1:"$'\n'"$lines"
}

# nlohmann/json stays out of headers (its forward declaration is base/json.h).
git grep -n '#include <nlohmann/json.hpp>' -- 'core/*.h' 'capi/*.h' | found "nlohmann/json.hpp in a header"
# base knows nobody.
git grep -nE '#include "(storage|engine|people|identities|documents|delegation|notifications|audit|metadata|wire)/' -- core/base \
  | found "core/base includes another room"
# Rules are functions of (state, request, now): no store, no engine, no clock, no random.
git grep -nE '#include "(storage|engine)/|nowMs\(|random|std::chrono::' -- 'core/*_rules.h' 'core/*_rules.cpp' core/metadata core/delegation/decision.cpp core/delegation/operations.cpp \
  | found "a rule reaches outside"
# SQLite is known to its own folder only.
git grep -nE 'sqlite3' -- core ':!core/storage/sqlite' ':!core/CMakeLists.txt' | found "SQLite outside core/storage/sqlite"
# Field regexes run under match limits, never through std::regex.
git grep -nE 'std::regex|<regex>' -- core capi | found "std::regex"
git grep -nE '\b(new|delete)\b [A-Za-z_:<>]+[({;]' -- 'core/*.cpp' 'core/*.h' 'capi/*.cpp' | grep -vE '//|" *\(new' | found "raw new or delete"
sources=('*.cpp' '*.h' '*.c' '*.i' '*.sh' '*.cmake' '*.py' '*.pyi' '*.php' '*.phpt' '*.java' ':!bindings/php/ext/stead_wrap.c')
git grep -nIE '\b(TODO|FIXME|XXX|HACK)\b' -- "${sources[@]}" ':!scripts/check_house.sh' | found "unfinished"
git ls-files "${sources[@]}" | while read -r file; do
  lines=$(wc -l <"$file")
  [ "$lines" -le 600 ] || [[ "$file" = */stead.h ]] || echo "$file has $lines lines"
done | found "a file is too long to be read at once"
# The error codes of the other languages are what the one table makes.
/usr/bin/python3 scripts/generate_errors.py --check | found "stale error codes"
# The README shows the example that the tests run.
sed -n '/^```c$/,/^```$/p' README.md | sed '1d;$d' | diff -q - examples/c/hello.c >/dev/null || say "the C example in README.md is not examples/c/hello.c"
for pair in python:examples/python/hello.py php:examples/php/hello.php java:examples/java/Hello.java; do
  sed -n "\\#^<!-- ${pair#*:} -->\$#,/^\`\`\`\$/p" README.md | sed '1,2d;$d' | diff -q - "${pair#*:}" >/dev/null \
    || say "the ${pair%%:*} example in README.md is not ${pair#*:}"
done
[ $bad -eq 0 ] && echo "SHOW the house rules hold"
exit $bad
