# Sourced by the scripts of the binding, which set `here` and `build`: the virtual environment of the checks.
venv=$build/venv
python=$venv/bin/python

# Makes it of Debian's Python, and anew when what it holds has changed.
environment() {
  local wanted; wanted=$(/usr/bin/python3 --version; cat "$here/tests/requirements.txt")
  [ "$wanted" = "$(cat "$venv/made-of" 2>/dev/null)" ] && return
  rm -rf "$venv"
  mkdir -p "$build"
  /usr/bin/python3 -m venv "$venv"
  "$python" -m pip install -q --disable-pip-version-check -r "$here/tests/requirements.txt"
  echo "$wanted" >"$venv/made-of"
}

# install_package LIBSTEAD.SO [SETTING…]: the package as users have it, in the environment.
install_package() {
  local library=$1; shift
  "$python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation --force-reinstall \
    --config-settings=build-dir="$build/native" --config-settings=cmake.define.STEAD_LIBRARY="$library" "$@" "$here"
}
