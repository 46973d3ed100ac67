#!/usr/bin/env bash
# Builds Stead and tells its main job from end to end, in C, Python, PHP and Java, on one store. Sets up a fresh
# Debian 12 machine by itself; needs no input.
# A second run goes on with the same store; `./demo.sh --fresh` begins anew.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh

# shellcheck disable=SC2086
stead_install $stead_packages_build $stead_packages_demo
echo "Building (a few minutes the first time) …"
stead_build demo

store=build/demo-store
[ "${1:-}" != --fresh ] || rm -rf "$store"
mkdir -p "$store"
title() { printf '\n=== %s ===\n' "$*"; }

title "The story in C"
build/demo/examples/c/demo "$store" examples/data build/demo/examples/c
for language in Python PHP Java; do
  title "The same story in $language, on the same store"
  bash "examples/${language,,}/run.sh" build/demo/capi "$store" examples/data
done
title "Four languages on one store at once"
build/demo/examples/c/together "$store" examples/data build/demo/examples/c/watcher \
  "examples/python/watch.sh build/demo/capi" "examples/php/watch.sh build/demo/capi" \
  "examples/java/watch.sh build/demo/capi"
echo
echo "Demo finished: everything above happened on the store $store/crm.db."
