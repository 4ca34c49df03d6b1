#!/usr/bin/env bash
# The program itself must make the golden table, byte by byte, whatever it was built with and wherever
# it runs: with and without fused multiply-add, in any locale and time zone, on any threads. Every
# change of the model shows in that table, and the model's fingerprint is its SHA-256.
#   Tests/golden.sh PROGRAM           compares
#   Tests/golden.sh PROGRAM --renew   writes table and fingerprint anew, after an intended change
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:?usage: Tests/golden.sh PROGRAM [--renew]}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
table=Tests/Golden/runs.csv
constant=Sources/Simulation/ModelFingerprint.swift
passed=0 failed=0

# worlds [VARIABLE=VALUE …] [-- OPTION …]: makes the table in that environment.
worlds() {
  local variables=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do variables+=("$1"); shift; done
  [ $# -eq 0 ] || shift
  env "${variables[@]}" "$program" compare Tests/Golden/worlds.yaml --quiet --fresh --out "$folder/run" "$@" >/dev/null
}

# The table without the draw, of which there is one, and the keys, which hold the fingerprint itself.
made() { cut -d, -f1-3,5,6,8- "$folder/run/runs.csv"; }

golden() {
  worlds "$@"
  if cmp -s <(made) "$table"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "golden: with $*, these worlds differ:" \
      "$(diff "$table" <(made) | grep '^>' | cut -d, -f3 | tr '\n' ' ')" >&2
  fi
}

if [ "${2:-}" = --renew ]; then
  worlds LC_ALL=C
  made > "$table"
  sed -i -E "s/\"[0-9a-f]{64}\"/\"$(sha256sum <"$table" | cut -c1-64)\"/" "$constant"
  git --no-pager diff --stat -- "$table" "$constant" 2>/dev/null || true
  exit 0
fi

nofma=GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4
golden LC_ALL=C -- --jobs 1
golden "$nofma" TZ=Asia/Tokyo
golden LANG=fr_FR.UTF-8 TZ=America/St_Johns -- --jobs 3
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
