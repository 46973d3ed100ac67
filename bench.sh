#!/usr/bin/env bash
# Measures Stead beside its floors, all eleven rows, and writes docs/performance.md's tables, plots and JSON.
#   ./bench.sh            25 minutes on an otherwise idle machine with two cores, 4 GB of disk
#   ./bench.sh --quick    small sizes and few rounds, 3 minutes: whether the benchmarks run; docs/ stays as it is
#   ./bench.sh --row 5    one row only; may be given several times
# Ratios, not absolute times, are what counts; none of them fails the run.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/setup.sh

quick=no
rows=()
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=yes ;;
    --row) rows+=("${2:?--row wants the number of a row}"); shift ;;
    *) echo "usage: ./bench.sh [--quick] [--row N]..." >&2; exit 2 ;;
  esac
  shift
done
[ ${#rows[@]} -gt 0 ] || rows=(1 9 10 2 3 4 5 6 7 11 8)

programs=build/bench/bench
out=build/bench/results
worlds=build/bench/worlds
pdf=examples/data/agreement.pdf
rm -rf "$out" "$worlds"
mkdir -p "$out" "$worlds"
trap 'rm -rf "$worlds"' EXIT

sizes=1000,100000,1000000
lists=10000,100000,1000000
if [ $quick = yes ]; then sizes=1000,10000 lists=1000,10000; fi

wanted() {
  local row
  for row in "${rows[@]}"; do [ "$row" != "$1" ] || return 0; done
  return 1
}

# pick FULL QUICK
pick() { if [ $quick = yes ]; then echo "$2"; else echo "$1"; fi; }

failed=()

# A row that fails leaves the others their turn; its figures stay those of an earlier run.
measure() { # row, program, its arguments
  local row=$1 program=$2 begin=$SECONDS
  shift 2
  "$programs/$program" "$@" --folder "$worlds" --json "$out/row-$row.json" || failed+=("$row")
  echo "(row $row: $((SECONDS - begin)) s)"
  echo
}

measure_languages() {
  local language
  # shellcheck disable=SC2086
  stead_install $stead_packages_languages || return 1
  # Each check leaves the built binding that its benchmark measures.
  for language in python php java; do
    bash "bindings/$language/check.sh" build/bench/capi >"$out/$language.log" 2>&1 \
      || { tail -n 20 "$out/$language.log" >&2; return 1; }
  done
  bash bindings/python/bench/run.sh build/bench/capi | tee "$out/row-8-python.json" || return 1
  bash bindings/php/bench/run.sh build/bench/capi build/php/ext | tee "$out/row-8-php.json" || return 1
  bash bindings/java/bench/run.sh build/bench/capi | tee "$out/row-8-java.json"
}

# shellcheck disable=SC2086
stead_install $stead_packages_build $stead_packages_bench
stead_build bench

# Rows 1, 9 and 10 look at the same stores, so do rows 5 and 6.
if wanted 1; then measure 1 authorize_bench --sizes $sizes --rounds "$(pick 7 3)"; fi
if wanted 9; then measure 9 memory_bench --sizes $sizes --rounds "$(pick 3 1)"; fi
if wanted 10; then measure 10 open_bench --sizes $sizes --rounds "$(pick 7 3)"; fi
rm -f "$worlds"/grants-*
if wanted 2; then measure 2 send_bench $pdf --sizes "$(pick 1000 200)" --rounds "$(pick 7 3)"; fi
if wanted 3; then measure 3 callers_bench $pdf --sizes "$(pick 4000 640)" --rounds "$(pick 5 1)"; fi
if wanted 4; then measure 4 update_bench --sizes "$(pick 20000 1000)" --rounds "$(pick 7 3)"; fi
if wanted 5; then measure 5 list_bench --sizes $lists --rounds "$(pick 7 3)"; fi
if wanted 6; then measure 6 search_bench --sizes $lists --rounds "$(pick 5 3)"; fi
rm -f "$worlds"/documents-*
if wanted 7; then measure 7 verify_bench --sizes $sizes --rounds "$(pick 5 3)"; fi
rm -f "$worlds"/trail-*
if wanted 11; then measure 11 processes_bench $pdf --sizes "$(pick 10000 1000)" --rounds "$(pick 5 1)"; fi
if wanted 8 && { [ $quick = no ] || [ ${#rows[@]} -eq 1 ]; }; then measure_languages || failed+=(8); fi

if [ $quick = yes ]; then
  cp docs/performance.md "$out/"
  /usr/bin/python3 bench/report.py "$out" "$out"
else
  /usr/bin/python3 bench/report.py "$out" docs
fi
if [ ${#failed[@]} -gt 0 ]; then
  echo "These rows could not be measured: ${failed[*]}" >&2
  exit 1
fi
