#!/usr/bin/env bash
# usage: extract_guide.sh docs/c-api.md out.c
# Makes one program of the guide's snippets: blocks marked "c file" stand outside main, the others follow one another in it.
set -eu
block() { awk -v want="$2" '/^```/ {on = (on == "" && $0 == want) ? "yes" : ""; next} on {print}' "$1"; }
{
  block "$1" '```c file'
  echo 'int main(int count, char** arguments) {'
  echo '  if (count != 3) return 2;'
  echo '  const char* store_path = arguments[1];'
  echo '  const char* pdf_path = arguments[2];'
  block "$1" '```c'
  echo '  return 0;'
  echo '}'
} >"$2"
