# Sourced by demo.sh, test.sh and bench.sh: brings a fresh Debian 12 machine to what they need.
# Packages are asked for by name; nothing is installed that is there already.

stead_packages_build="g++ gcc cmake ninja-build pkg-config nlohmann-json3-dev libssl-dev libsqlite3-dev
  libqpdf-dev libpng-dev libminizip-dev zlib1g-dev libpcre2-dev libidn2-dev libboost1.81-dev"
stead_packages_test="catch2 clang libclang-rt-14-dev clang-format abigail-tools gcovr golang-go ca-certificates python3 python3-jsonschema
  binutils libxml2-utils git"
stead_packages_demo="make python3-dev python3-venv php-cli php-dev php-sqlite3 default-jdk-headless maven"
stead_packages_languages="$stead_packages_demo swig php-fpm php-mbstring php-xml phpunit composer"
stead_packages_long="clang-tidy libc++-dev mmdebstrap"
stead_packages_bench="libabsl-dev"

stead_install() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing and only root can install them: ${missing[*]}" >&2; return 1; }
    root="sudo"
  fi
  echo "Installing: ${missing[*]}"
  local log; log=$(mktemp)
  if ! { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# Configures and builds a preset inside the clone; shows the log only when it fails.
stead_build() {
  local preset=$1; shift
  mkdir -p build
  local log="build/$preset.log"
  if ! { cmake --preset "$preset" "$@" && cmake --build --preset "$preset"; } >"$log" 2>&1; then
    grep -nE 'error|FAILED|CMake Error' "$log" | head -n 20 >&2
    tail -n 15 "$log" >&2
    return 1
  fi
}
