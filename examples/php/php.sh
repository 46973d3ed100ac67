# Builds the extension against the libstead in $1 unless that is done; stead_php runs a script of this folder with it.
examples=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
library=$(cd "$1" && pwd)
extension=${STEAD_PHP_EXTENSION:-$examples/../../build/php/ext/modules/stead.so}
[ -e "$extension" ] || "$examples/../../bindings/php/build.sh" "$library" "$examples/../../build/php/ext" >&2

stead_php() {
  local script=$1
  shift
  STEAD_LIBRARY=$library STEAD_PHP_EXTENSION=$extension \
    php -n -d extension="$extension" -d display_errors=stderr "$examples/$script" "$@"
}
