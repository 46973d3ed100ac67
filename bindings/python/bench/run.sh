#!/usr/bin/env bash
# Row 8 for Python: builds what it compares with and prints one JSON line. Usage: run.sh FOLDER-OF-LIBSTEAD.SO
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
library=$(cd "$1" && pwd)/libstead.so
build=$(cd "$here/../.." && pwd)/build/python
. "$here/environment.sh"
environment
cmake -S "$here" -B "$build/bench" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSTEAD_LIBRARY="$library" -DSTEAD_PYTHON_BENCH=ON \
  -DPython_EXECUTABLE="$python" -Dpybind11_DIR="$("$python" -m pybind11 --cmakedir)" -DCMAKE_INSTALL_PREFIX="$build/bench/package" >"$build/bench.log"
cmake --build "$build/bench" >>"$build/bench.log"
cmake --install "$build/bench" >>"$build/bench.log"
cp -r "$here/src/stead" "$build/bench/package/"
PYTHONPATH=$build/bench/package "$python" "$here/bench/row8.py" "$build/bench"
