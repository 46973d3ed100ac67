#!/usr/bin/env bash
# All checks of the Python binding against a built libstead.
# Usage: check.sh FOLDER-OF-LIBSTEAD.SO [--long]   (--long: a million calls, the tests under sanitizers, the wheel in a bare machine)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
library=$(cd "$1" && pwd)/libstead.so
long=${2:-}
build=$root/build/python
. "$here/environment.sh"
export HYPOTHESIS_STORAGE_DIRECTORY=$build/hypothesis MYPY_CACHE_DIR=$build/mypy RUFF_CACHE_DIR=$build/ruff
export PYTHONDONTWRITEBYTECODE=1

style_and_types() (
  cd "$here"
  "$venv/bin/ruff" check --quiet .
  "$venv/bin/ruff" format --quiet --check .
  clang-format --dry-run -Werror native/*.cpp native/*.h bench/*.cpp
  "$python" tools/core_stub.py --check
  "$venv/bin/mypy" --no-error-summary
  "$python" -m mypy.stubtest stead._core --mypy-config-file pyproject.toml --allowlist tests/stubtest_allowed.txt
)

run_tests() {
  rm -f "$build"/bindings.*
  env -u LD_BIND_NOW LD_DEBUG=bindings LD_DEBUG_OUTPUT="$build/bindings" PYTHONPATH="$here/tests" \
    "$python" -m pytest -p lazily --rootdir "$here" -c "$here/pyproject.toml" --basetemp "$build/tests" "$@" "$here/tests"
  "$python" "$here/tests/reached.py" "$root/capi/exports.txt" "$build"/bindings.*
}

environment
install_package "$library"
# Starts the host of the conformance stories.
printf '#!/bin/sh\nexec %q -W error %q\n' "$python" "$here/tests/conformance_host.py" >"$build/conformance-host.sh"
style_and_types
run_tests ${long:+"$long"}
[ -n "$long" ] || exit 0
"$here/tests/sanitized.sh"
"$here/tools/wheel.sh" "$1"
