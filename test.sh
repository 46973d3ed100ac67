#!/usr/bin/env bash
# All checks of the short tier (design: three tiers). `--long` has ThreadSanitizer, clang-tidy and the full counts
# instead of the short fuzzing.
# Sets up a fresh Debian 12 machine by itself, builds inside the clone, ends with a clear result.
set -u
cd "$(dirname "$0")" || exit 1
. scripts/setup.sh

long_tier=""
case "${1:-}" in
  "") ;;
  --long) long_tier=--long ;;
  *) echo "usage: ./test.sh [--long]" >&2; exit 2 ;;
esac

passed=0
failed=0
report=""

# Runs one stage, prints its time and result, keeps its log under build/.
stage() {
  local name=$1; shift
  local log="build/stage-${name// /-}.log" start=$SECONDS result
  mkdir -p build
  printf '== %s\n' "$name"
  if "$@" >"$log" 2>&1; then
    result=ok
    passed=$((passed + 1))
    grep -E '^(SHOW|[0-9]+% tests passed)' "$log" | sed 's/^SHOW /   /; s/^[0-9]*%/   &/'
  else
    result=FAILED
    failed=$((failed + 1))
    grep -vE '^\s*$' "$log" | tail -n 60
  fi
  printf '   %s in %d s\n' "$result" $((SECONDS - start))
  report+=$(printf '   %-34s %-7s %5d s' "$name" "$result" $((SECONDS - start)))$'\n'
}

run_tests() { ctest --test-dir "build/$1" --output-on-failure --no-tests=error "${@:2}"; }

# Without intercept_tls_get_addr=0 the leak checker of GCC 12 sometimes takes a block of memory for a thread's and dies.
sanitized() {
  ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:intercept_tls_get_addr=0 UBSAN_OPTIONS=print_stacktrace=1 run_tests debug -LE 'release-only'
}

# What the sanitized tests ran through; a build of its own for the counts would take as long as all of them.
coverage() {
  gcovr --root . --object-directory build/debug --filter 'core/' --filter 'capi/' \
    --exclude '.*generated.*' --exclude-throw-branches --print-summary --fail-under-line 90 \
    --txt build/coverage.txt | sed -n 's/^lines:/SHOW line coverage of core\/ and capi\/:/p'
  return "${PIPESTATUS[0]}"
}

format() {
  git ls-files '*.h' '*.c' '*.cpp' ':!bindings/php/ext/stead_wrap.c' | xargs clang-format --dry-run -Werror
}

# The one file that reads qpdf's headers needs libc++: clang cannot digest them in C++20 with GCC's library.
tidy() {
  local qpdf=core/documents/pdf_pages.cpp
  cmake --preset tidy || return 1
  git ls-files 'core/*.cpp' 'capi/*.cpp' ":!$qpdf" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/tidy &&
    clang-tidy --quiet -p build/tidy --extra-arg=-stdlib=libc++ "$qpdf"
}

house() { bash scripts/check_house.sh; }

# A language's own checks; they leave a host for the stories under build/.
language() { bash "bindings/$1/check.sh" build/release/capi "${@:2}"; }
stories() { bash tests/conformance/tell.sh build/release "$1" bash "build/$1/conformance-host.sh"; }

# Four languages watch one store; what is revoked in one is refused in all.
together() {
  rm -rf build/together && mkdir -p build/together || return 1
  build/release/examples/c/together build/together examples/data build/release/examples/c/watcher \
    "examples/python/watch.sh build/release/capi" "examples/php/watch.sh build/release/capi" \
    "examples/java/watch.sh build/release/capi"
}

# The story, twice on one store, in each language after the other: they share the people.
told_in_all() {
  rm -rf build/told && mkdir -p build/told || return 1
  local round language
  bash examples/php/php.sh build/release/capi examples/php/hello.php build/told/hello.db | grep 'identity.resend' || return 1
  for round in first second; do
    build/release/examples/c/demo build/told examples/data build/release/examples/c || return 1
    for language in python php java; do
      echo "== the $round story in $language"
      bash "examples/$language/run.sh" build/release/capi build/told examples/data || return 1
    done
  done
}

# shellcheck disable=SC2086
stage "packages" stead_install $stead_packages_build $stead_packages_test $stead_packages_languages ${long_tier:+$stead_packages_long}
[ $failed -eq 0 ] || { echo "0 passed, 1 failed"; exit 1; }

stage "house rules" house
stage "format" format
stage "build release" stead_build release
stage "tests" run_tests release
stage "ABI" cmake --build build/release --target check-abi
stage "build with sanitizers" stead_build debug
stage "tests with ASan and UBSan" sanitized
stage "coverage" coverage
for name in python php java; do
  # shellcheck disable=SC2086
  stage "$name" language "$name" $long_tier
  stage "stories in $name" stories "$name"
done
stage "the story in four languages" told_in_all
stage "four languages on one store" together
if [ -z "$long_tier" ]; then
  stage "fuzz, 60 s each" bash tests/fuzz/run.sh 60
else
  stage "clang-tidy" tidy
  stage "build with TSan" stead_build tsan
  stage "tests with TSan" run_tests tsan -LE 'release-only'
  stage "1000 kills" build/release/tests/fault/crash build/long-crash examples/data/agreement.pdf 1000
  stage "100000 decisions" build/release/tests/fault/revocation_race 100000
  stage "100000 decisions, eight processes" build/release/tests/fault/many_processes build/long-processes examples/data/agreement.pdf 100000
  stage "every bit of evidence" env STEAD_LONG=1 build/release/tests/unit_tests "No byte of evidence can be changed unseen"
  stage "every allocation fails once" build/release/tests/fault/failing_memory --all
  stage "2000 power cuts" build/release/tests/fault/power_cuts 2000
  stage "50000 steps beside the model" build/release/tests/model/model engines 50000
  stage "20000 steps in processes" build/release/tests/model/model processes 20000
  stage "fuzz, 15 minutes each" bash tests/fuzz/run.sh 900
fi

printf '\n%s\n' "$report"
if [ $failed -eq 0 ]; then echo "All stages passed."; else echo "Some stages FAILED; their logs are under build/."; fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
