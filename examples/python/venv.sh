# Sourced by run.sh and watch.sh: a virtual environment with the package over a built libstead, made once and again
# when the library, the package or Python has changed. Sets demo_python.

demo_make_venv() { # folder of libstead.so
  local library tree venv stamp
  tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  library=$(realpath -e "$1/libstead.so") || return 1
  venv=$tree/build/python-demo/venv
  demo_python=$venv/bin/python
  mkdir -p "$tree/build/python-demo"
  exec 9>"$tree/build/python-demo/lock"
  flock 9
  stamp=$(demo_stamp "$tree" "$library") || return 1
  if [ "$(cat "$venv/stamp" 2>/dev/null)" != "$stamp" ]; then
    demo_install "$tree" "$library" "$venv" >"$tree/build/python-demo/install.log" 2>&1 ||
      { tail -n 20 "$tree/build/python-demo/install.log" >&2; return 1; }
    printf '%s\n' "$stamp" >"$venv/stamp"
  fi
  exec 9>&-
}

demo_install() {
  rm -rf "$3"
  /usr/bin/python3 -m venv "$3" || { echo "Debian's package python3-venv is needed"; return 1; }
  STEAD_LIBRARY=$2 "$3/bin/pip" install "$1/bindings/python"
}

# What the environment was made of.
demo_stamp() {
  local package=$1/bindings/python
  { echo "$1"; /usr/bin/python3 --version
    sha256sum "$2" "$1/capi/stead.h" "$package/CMakeLists.txt" "$package/pyproject.toml"
    find "$package/src" "$package/native" -type f ! -name '*.so*' ! -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum
  } | sha256sum
}
