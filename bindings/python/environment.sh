# Sourced by check.sh and bench/run.sh, which set `here` and `build`: the virtual environment of the checks.
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
