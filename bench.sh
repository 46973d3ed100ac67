#!/usr/bin/env bash
# Measures Stead beside its floors in one run and writes docs/performance.json and the table to copy from.
# Takes a few minutes; wants an otherwise idle machine. Ratios, not absolute times, are what counts.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh

# shellcheck disable=SC2086
stead_install $stead_packages_build $stead_packages_bench
stead_build bench
out=build/bench/results
mkdir -p "$out"

echo "Row 1: authorize"
build/bench/bench/authorize_bench --json "$out/authorize.json"
echo
echo "Row 2: send on behalf, one caller"
build/bench/bench/send_bench "$out/send" examples/data/agreement.pdf --json "$out/send.json"
echo
echo "Results as JSON: $out/*.json"
