#!/usr/bin/env bash
# Builds Stead and tells its main job from end to end. Sets up a fresh Debian 12 machine by itself; needs no input.
# A second run goes on with the same store; `./demo.sh --fresh` begins anew.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh

# shellcheck disable=SC2086
stead_install $stead_packages_build
echo "Building (a minute or two the first time) …"
stead_build demo

store=build/demo-store
[ "${1:-}" != --fresh ] || rm -rf "$store"
mkdir -p "$store"
build/demo/examples/c/demo "$store" examples/data build/demo/examples/c
echo
echo "Demo finished: everything above happened on the store $store/crm.db."
