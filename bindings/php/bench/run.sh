#!/usr/bin/env bash
# Row 8 of the budgets for PHP. Usage: run.sh FOLDER-OF-LIBSTEAD FOLDER-OF-THE-BUILT-EXTENSION
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$(cd "$1" && pwd)
built=$(cd "$2" && pwd)
# shellcheck disable=SC2046
gcc -O2 -fPIC -shared -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare -D_GNU_SOURCE -DZEND_COMPILE_DL_EXT=1 \
  $(php-config --includes) -I"$here/../ext" -I"$here/../../../capi" "$here/stead_bench.c" \
  -L"$library" -lstead -Wl,-rpath,"$library" -o "$built/stead_bench.so"
php -n -d extension="$built/modules/stead.so" -d extension="$built/stead_bench.so" \
  -d zend_extension=opcache -d opcache.enable_cli=1 "${@:3}" "$here/authorize.php"
