#!/usr/bin/env bash
# Runs the tests against a libstead with AddressSanitizer and UndefinedBehaviorSanitizer, the native layer as well.
# Usage: sanitized.sh   (check.sh --long does)
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/python/sanitized
. "$here/environment.sh"
environment

(cd "$root" && cmake --preset debug && cmake --build --preset debug --target stead) >"$build/core.log"
sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1"
install_package "$root/build/debug/capi/libstead.so" \
  --config-settings=cmake.define.CMAKE_CXX_FLAGS="$sanitizers" --config-settings=install.strip=false

# Python is not sanitized: the runtime comes first, and what Python itself keeps until its end is no leak of ours.
export LD_PRELOAD; LD_PRELOAD=$(gcc -print-file-name=libasan.so):$(gcc -print-file-name=libstdc++.so.6)
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:allocator_may_return_null=1:intercept_tls_get_addr=0
export LSAN_OPTIONS=suppressions=$here/tests/leaks_of_python.txt:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1 PYTHONMALLOC=malloc
"$python" -m pytest --rootdir "$here" -c "$here/pyproject.toml" --basetemp "$build/tests" \
  --ignore "$here/tests/test_memory.py" --ignore "$here/tests/test_typing.py" "$here/tests"
echo "SHOW the tests of Python pass under AddressSanitizer"
