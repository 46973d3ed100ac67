#!/usr/bin/env bash
# Everything that is checked of the PHP binding. Builds below build/php, never in the source tree.
# Usage: check.sh FOLDER-OF-LIBSTEAD [--long [--asan=FOLDER-OF-AN-ASAN-LIBSTEAD]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
library=$(cd "$1" && pwd)
long=no
asan=$root/build/debug/capi
for argument in "${@:2}"; do
  case $argument in
    --long) long=yes ;;
    --asan=*) asan=${argument#--asan=} ;;
    *) echo "check.sh does not understand $argument" >&2; exit 2 ;;
  esac
done
build=$root/build/php
mkdir -p "$build"
say() { echo "— $*"; }

say "the generated wrapper is fresh"
rm -rf "$build/fresh" && mkdir "$build/fresh"
"$here/ext/generate.sh" "$build/fresh"
for file in stead_wrap.c php_stead.h; do
  diff -q "$build/fresh/$file" "$here/ext/$file" || { echo "run bindings/php/ext/generate.sh and commit"; exit 1; }
done

say "every file is PHP"
(cd "$here" && find bin/stead src tests tools bench ../../examples/php -name '*.php' -o -path bin/stead) | sort >"$build/files"
(cd "$here" && xargs -P2 -n16 -d'\n' sh -c 'for file; do php -n -d error_reporting=-1 -d display_errors=1 -l "$file" >"$0.$$" 2>&1 && [ "$(wc -l <"$0.$$")" -le 1 ] || { cat "$0.$$"; exit 255; }; done; rm -f "$0.$$"' "$build/lint" <"$build/files")
composer validate --no-interaction --no-check-all --strict --quiet "$here/composer.json"

# What stands before php: settings for it and its children, when it runs under a sanitizer.
under=(env)

# php.ini of the machine stays out; what Debian builds as modules and the tests need comes in.
modules=$(php-config --extension-dir)
php_with() { # EXTENSION, arguments of php
  "${under[@]}" php -n -d extension="$1" -d extension="$modules/ctype.so" -d extension="$modules/dom.so" -d extension="$modules/mbstring.so" \
    -d extension="$modules/phar.so" -d extension="$modules/posix.so" -d extension="$modules/tokenizer.so" \
    -d extension="$modules/xml.so" -d extension="$modules/xmlwriter.so" -d zend_extension=opcache -d opcache.enable_cli=1 "${@:2}"
}

run_phpt() { # FOLDER-OF-THE-BUILT-EXTENSION, settings
  rm -rf "$1/phpt" && mkdir "$1/phpt" && cp "$here"/ext/tests/* "$1/phpt"
  (cd "$1" && TEST_PHP_EXECUTABLE=$(command -v php) NO_INTERACTION=1 "${under[@]}" php -n run-tests.php -q -n --show-diff \
    -d extension="$1/modules/stead.so" "${@:2}" phpt >"$1/phpt.log" 2>&1) || { cat "$1/phpt.log"; return 1; }
  grep -E '^Tests passed|^Tests failed' "$1/phpt.log"
}

say "the extension builds without a warning"
"$here/build.sh" "$library" "$build/ext"
extension=$build/ext/modules/stead.so

# Starts the host of the conformance stories.
printf '#!/bin/sh\nexec php -n -d extension=%q %q\n' "$extension" "$here/tests/conformance_host.php" >"$build/conformance-host.sh"

say "phpt, without and with JIT"
run_phpt "$build/ext"
run_phpt "$build/ext" -d zend_extension=opcache -d opcache.enable_cli=1 -d opcache.jit_buffer_size=32M -d opcache.jit=tracing

# A function of libstead is bound when it is first called: the dynamic linker says which were.
watched() { # COMMAND with its arguments; the functions go to build/php/reached
  rm -rf "$build/reach" && mkdir "$build/reach"
  LD_DEBUG=bindings LD_DEBUG_OUTPUT=$build/reach/calls "$@"
  find "$build/reach" -type f -print0 | xargs -0 cat \
    | sed -n 's/.*stead\.so \[0\] to [^ ]*libstead[^ ]* \[0\]: normal symbol .\(stead_[a-z_]*\).*/\1/p' | sort -u >"$build/reached"
  rm -rf "$build/reach"
}
watched php_with "$extension" -r ''
[ ! -s "$build/reached" ] || { echo "functions are bound before they are called: nothing would be proved"; exit 1; }

say "PHPUnit: command line, processes, php-fpm, example, guide"
export STEAD_LIBRARY=$library STEAD_PHP_EXTENSION=$extension
[ $long = no ] || export STEAD_PHP_CALLS=1000000
cd "$here"
watched php_with "$extension" "$(command -v phpunit)"

say "each function of the C ABI was called"
grep -o 'stead_[a-z_]*' "$root/capi/exports.txt" | sort -u >"$build/exported"
if ! diff "$build/exported" "$build/reached"; then
  echo "some functions were never called from PHP"
  exit 1
fi
echo "SHOW PHP: $(wc -l <"$build/reached") of $(wc -l <"$build/exported") C functions called by the tests"

say "row 8"
"$here/bench/run.sh" "$library" "$build/ext" | tee "$build/row8.json"

if [ $long = yes ]; then
  say "the extension builds as PIE builds it: alone, by pkg-config, without SWIG"
  pie=$build/pie
  rm -rf "$pie" && mkdir -p "$pie/pkgconfig" && cp -r "$here/ext/." "$pie"
  printf 'Name: stead\nDescription: Stead\nVersion: %s\nCflags: -I%s\nLibs: -L%s -lstead\n' \
    "$(sed -n 's/^#define STEAD_VERSION "\(.*\)"/\1/p' "$root/capi/stead.h")" "$root/capi" "$library" >"$pie/pkgconfig/stead.pc"
  (cd "$pie" && { phpize && PKG_CONFIG_PATH=$pie/pkgconfig ./configure && make; } >pie.log 2>&1) || { tail -20 "$pie/pie.log"; exit 1; }
  run_phpt "$pie"

  say "the suite once more against AddressSanitizer"
  [ -e "$asan/libstead.so" ] || { echo "no ASan build of libstead in $asan; name its folder with --asan="; exit 1; }
  CFLAGS="-O1 -g -fsanitize=address -fno-omit-frame-pointer" "$here/build.sh" "$asan" "$build/ext-asan"
  gcc -shared -fPIC -D_GNU_SOURCE -Wall -Werror "$here/tests/no_deepbind.c" -o "$build/no_deepbind.so"
  # gnutls, which qpdf brings along, hangs php-fpm when it first starts inside dlopen under the sanitizer's runtime.
  under=(env LD_PRELOAD="$build/no_deepbind.so $(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so) libgnutls.so.30"
    USE_ZEND_ALLOC=0 ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=1:intercept_tls_get_addr=0:exitcode=99:log_path=$build/asan")
  export STEAD_PHP_EXTENSION=$build/ext-asan/modules/stead.so STEAD_LIBRARY=$asan STEAD_PHP_CALLS=2000
  rm -f "$build"/asan.*
  run_phpt "$build/ext-asan"
  # PHPUnit ends by exit(): what its scripts held then is no leak. What the library allocates is looked at all the same.
  under+=(LSAN_OPTIONS="suppressions=$here/tests/lsan.supp:print_suppressions=0")
  # What starts shells and compilers stays out: other programs hang under the sanitizer's runtime.
  php_with "$STEAD_PHP_EXTENSION" "$(command -v phpunit)" --exclude-group shell
  if compgen -G "$build/asan.*" >/dev/null; then
    head -50 "$build"/asan.*
    exit 1
  fi
  echo "SHOW PHP: no report of AddressSanitizer, no leak"
fi
echo "SHOW PHP: all checks passed"
