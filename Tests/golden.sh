#!/usr/bin/env bash
# The program itself must give the golden hashes of GoldenTests.swift whatever it was built with and
# wherever it runs: with and without fused multiply-add, in any locale and time zone, on any threads.
#   Tests/golden.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:?usage: Tests/golden.sh PROGRAM}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
table=Tests/SimulationTests/Model/GoldenTests.swift
passed=0 failed=0

# golden HOURS SEED [VARIABLE=VALUE …] — runs the program in that environment and compares.
golden() {
  local hours=$1 seed=$2 expected found
  shift 2
  expected=$(grep -oE "hours: $hours, seed: $seed, hash: \"h[0-9a-f]+\"" "$table" | grep -oE 'h[0-9a-f]{10,}')
  env "$@" "$program" run Scenarios/coco.yaml --fixed -r 1 --seed "$seed" --quiet --fresh --out "$folder/run" \
    --set people.count=20000 --set 'time.warm_up=0 h' --set "time.window=$hours h" >/dev/null
  found=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "run_hash") c = i } NR == 2 { print $c }' \
    "$folder/run/runs.csv")
  if [ "$found" = "$expected" ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "golden: $hours h, seed $seed, $*: $found instead of $expected" >&2
  fi
}

nofma=GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4
golden 1 1 LC_ALL=C
golden 1 1 "$nofma"
golden 24 1 LC_ALL=C
golden 24 1 "$nofma" TZ=Asia/Tokyo
golden 24 2 LANG=fr_FR.UTF-8 TZ=America/St_Johns
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
