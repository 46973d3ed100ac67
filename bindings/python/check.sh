#!/usr/bin/env bash
# All checks of the Python binding against a built libstead.
# Usage: check.sh FOLDER-OF-LIBSTEAD.SO [--long]   (--long: a million calls, and the tests under AddressSanitizer)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
library=$(cd "$1" && pwd)/libstead.so
long=${2:-}
build=$root/build/python
. "$here/environment.sh"

# install LIBRARY BUILD-FOLDER [SETTING…]: the package as users have it, in the environment
install() {
  local lib=$1 folder=$2; shift 2
  "$python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation --force-reinstall \
    --config-settings=build-dir="$folder" --config-settings=cmake.define.STEAD_LIBRARY="$lib" "$@" "$here"
}

tests() {
  rm -f "$build"/bindings.*
  env -u LD_BIND_NOW LD_DEBUG=bindings LD_DEBUG_OUTPUT="$build/bindings" PYTHONPATH="$here/tests" \
    "$python" -m pytest -p lazily --rootdir "$here" -c "$here/pyproject.toml" --basetemp "$build/tests" "$@" "$here/tests"
  "$python" "$here/tests/reached.py" "$root/capi/exports.txt" "$build"/bindings.*
}

environment
install "$library" "$build/native"
export HYPOTHESIS_STORAGE_DIRECTORY=$build/hypothesis MYPY_CACHE_DIR=$build/mypy RUFF_CACHE_DIR=$build/ruff PYTHONDONTWRITEBYTECODE=1
(
  cd "$here"
  "$venv/bin/ruff" check --quiet .
  "$venv/bin/ruff" format --quiet --check .
  "$python" tools/core_stub.py --check
  "$venv/bin/mypy" --no-error-summary
  "$python" -m mypy.stubtest stead._core --mypy-config-file pyproject.toml --allowlist tests/stubtest_allowed.txt
)
clang-format --dry-run -Werror "$here"/native/*.cpp "$here"/native/*.h
if [ "$long" = --long ]; then
  tests --long
  "$here/tests/sanitized.sh" "$build" "$venv"
else
  tests
fi
