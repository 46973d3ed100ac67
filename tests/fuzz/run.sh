#!/usr/bin/env bash
# Builds the fuzz targets and runs each from its corpus, two at a time.
#   tests/fuzz/run.sh [--keep] [--only TARGET] [SECONDS-PER-TARGET (60)] [BUILD (build/fuzz)]
# Fails on a crash, a leak, a broken promise, an input that takes more than 10 s or 2 GB; the input is then under
# BUILD/findings/TARGET, for verbs with all inputs before it on the same store. --keep merges what was found worth
# keeping into tests/fuzz/corpus.
set -u
cd "$(dirname "$0")/../.." || exit 1
keep=no
targets="verbs files record evidence texts log_files"
while :; do
  case "${1:-}" in
    --keep) keep=yes; shift ;;
    --only) targets=$2; shift 2 ;;
    *) break ;;
  esac
done
seconds=${1:-60}
build=${2:-build/fuzz}
# The short run is the same each time, as far as the machine's speed allows; longer ones go their own way.
seed=0
[ "$seconds" -gt 60 ] || seed=1

# Every function of stead.h that takes a request has its row in the table.
for verb in $(tr '\n' ' ' <capi/stead.h | grep -oE 'STEAD_API stead_status stead_[a-z_]+\([^)]*request' | grep -oE 'stead_[a-z_]+\(' | tr -d '('); do
  grep -q "\"$verb\"" tests/fuzz/verb_table.cpp && continue
  echo "$verb is not fuzzed: add a row at the end of tests/fuzz/verb_table.cpp, then run tests/fuzz/seeds.py" >&2
  exit 1
done

# The stores of a run live in memory where there is such a place, each target in a folder of its own.
scratch=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")" stead-fuzz-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT

mkdir -p build
if ! { cmake --preset fuzz -B "$build" && cmake --build "$build" --target fuzz; } >build/fuzz.log 2>&1; then
  grep -nE 'error|FAILED|CMake Error' build/fuzz.log | head -n 20 >&2
  tail -n 15 build/fuzz.log >&2
  exit 1
fi

longest() { # of an input, in bytes: beyond it a target only gets slower
  case $1 in files) echo 16384 ;; verbs) echo 2048 ;; *) echo 4096 ;; esac
}

fuzz() { # one target; its log and findings stay under the build
  local name=$1 new=$build/new/$1 findings=$build/findings/$1 dictionary=()
  rm -rf "$findings" "$new" && mkdir -p "$findings" "$new" "$scratch/$name" || return 1
  [ ! -f "tests/fuzz/dictionary/$name.dict" ] || dictionary=("-dict=tests/fuzz/dictionary/$name.dict")
  TMPDIR=$scratch/$name "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -seed=$seed -timeout=10 -rss_limit_mb=2048 \
    -max_len="$(longest "$name")" -reload=0 -print_final_stats=1 -artifact_prefix="$findings/" "${dictionary[@]}" \
    "$new" "tests/fuzz/corpus/$name" >"$build/fuzz-$name.log" 2>&1
  local status=$?
  [ $status -eq 0 ] || find "$scratch/$name" -name '*.input-*' -exec cp {} "$findings/" \;
  return $status
}
told() { sed -n "s/^stat::$2: *//p" "$build/fuzz-$1.log"; }

report() { # name, status
  local executions; executions=$(told "$1" number_of_executed_units)
  if [ "$2" -eq 0 ]; then
    echo "SHOW fuzz $1: ${executions:-0} executions, $(told "$1" peak_rss_mb) MB, nothing found"
    return 0
  fi
  echo "SHOW fuzz $1: FOUND something; its input is under $build/findings/$1"
  grep -E 'BROKEN PROMISE|ERROR: |SUMMARY: |runtime error' "$build/fuzz-$1.log" | head -n 5
  tail -n 30 "$build/fuzz-$1.log" >&2
  return 1
}

failed=0
declare -A running=()
finish() { # waits for one of the running targets
  local pid status
  wait -n -p pid "${!running[@]}"
  status=$?
  report "${running[$pid]}" "$status" || failed=1
  unset "running[$pid]"
}
for name in $targets; do
  [ ${#running[@]} -lt 2 ] || finish
  fuzz "$name" &
  running[$!]=$name
done
while [ ${#running[@]} -gt 0 ]; do finish; done

if [ $keep = yes ] && [ $failed -eq 0 ]; then
  for name in $targets; do
    TMPDIR=$scratch/$name "$build/tests/fuzz/fuzz_$name" -merge=1 "tests/fuzz/corpus/$name" "$build/new/$name" 2>&1 | tail -n 1
  done
fi
exit $failed
