#!/usr/bin/env bash
# Measures Stead beside its floors in one run; docs/performance.md holds the figures of a run on a quiet machine.
# Takes a few minutes; wants an otherwise idle machine. Ratios, not absolute times, are what counts.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh

# shellcheck disable=SC2086
stead_install $stead_packages_build $stead_packages_bench $stead_packages_languages
stead_build bench
out=build/bench/results
mkdir -p "$out"

echo "Row 1: authorize"
build/bench/bench/authorize_bench --json "$out/authorize.json"
echo
echo "Row 2: send on behalf, one caller"
build/bench/bench/send_bench "$out/send" examples/data/agreement.pdf --json "$out/send.json"
echo
echo "Row 8: authorize through each language"
# Each check leaves the built binding that its benchmark measures.
for language in python php java; do
  bash "bindings/$language/check.sh" build/bench/capi >"$out/$language.log" 2>&1 || { tail -n 20 "$out/$language.log"; exit 1; }
done
bash bindings/python/bench/run.sh build/bench/capi | tee "$out/python.json"
bash bindings/php/bench/run.sh build/bench/capi build/php/ext | tee "$out/php.json"
bash bindings/java/bench/run.sh build/bench/capi | tee "$out/java.json"
echo
echo "Results as JSON: $out/*.json"
