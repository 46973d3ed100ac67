#!/usr/bin/env bash
# Starts PHP with the extension loaded, and with it every PHP it starts. Makes the extension once, under build/php-demo.
# Usage: php.sh FOLDER-OF-LIBSTEAD SCRIPT [ARGUMENT …]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
library=$(cd "$1" && pwd)
shift

# One folder per library: where libstead.so is stands in the extension.
target=$root/build/php-demo/$(printf %s "$library" | cksum | cut -d ' ' -f 1)
mkdir -p "$target"
(
  flock 9
  "$root/bindings/php/build.sh" "$library" "$target/ext"
  mkdir -p "$target/conf.d"
  printf 'extension=%s\n' "$target/ext/modules/stead.so" >"$target/conf.d/stead.ini"
) 9>"$target/lock"

PHP_INI_SCAN_DIR=${PHP_INI_SCAN_DIR:-}:$target/conf.d exec php "$@"
