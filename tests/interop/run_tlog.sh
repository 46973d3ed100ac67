#!/usr/bin/env bash
# usage: run_tlog.sh <audit_interop_export> <folder for its files> <folder for Go's caches>
# Lets Go's sumdb/note and sumdb/tlog judge the proofs of a trail. Fails when Go is missing: a skipped check proves nothing.
set -eu
command -v go >/dev/null || { echo "go is missing; install golang-go" >&2; exit 1; }
rm -rf "$2"
"$1" "$2"
cd "$(dirname "$0")/tlog"
export STEAD_TLOG_DIR=$2 GOPATH=$3/path GOCACHE=$3/cache GOFLAGS='-mod=readonly -modcacherw' GOTOOLCHAIN=local GOWORK=off
go test -count=1 ./...
