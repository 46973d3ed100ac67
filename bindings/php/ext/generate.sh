#!/usr/bin/env bash
# Makes stead_wrap.c and php_stead.h from stead.i and the header of the C ABI. Needed after a change of either; users of
# the extension need neither SWIG nor this. Usage: generate.sh [TARGET-FOLDER [STEAD_H]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here}
header=${2:-$here/../../../capi/stead.h}
swig -php -Wall -Werror -I"$(dirname "$header")" -o "$target/stead_wrap.c" -outdir "$target" "$here/stead.i"
php -n "$here/../tools/finish_wrapper.php" "$header" "$here/stead.i" "$target/stead_wrap.c" "$target/php_stead.h"
