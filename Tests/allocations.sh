#!/usr/bin/env bash
# A run twice as long allocates as much: once its tables have grown to the size of the platform, the
# loop asks for no memory. One allocation in a thousand events is left to tables that still
# double now and then, and to what is written of each run (up to some thousand, however many people
# there are); an allocation at a visit, a message, a contact or a review is more.
#   Tests/allocations.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:?usage: Tests/allocations.sh PROGRAM}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
clang -O2 -shared -fPIC Tests/count_allocations.c -o "$folder/count.so"
passed=0 failed=0

# cost RUNS DAYS SCENARIO [OPTION …] — prints allocations and events of so many runs.
cost() {
  local runs=$1 days=$2 scenario=$3
  shift 3
  ALLOCATIONS=$folder/count LD_PRELOAD=$folder/count.so "$program" run "Scenarios/$scenario.yaml" \
    --fixed -r "$runs" --jobs 1 --quiet --fresh --out "$folder/run" --set people.count=8000 \
    --set 'time.warm_up=0 h' --set "time.window=$days d" "$@" >/dev/null
  awk -F, -v allocations="$(cat "$folder/count")" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "events") c = i } NR > 1 { sum += $c }
    END { print allocations, sum }' "$folder/run/runs.csv"
}

# flat SCENARIO [OPTION …] — what a fourth run adds, in 91 days against 182: both hold the named periods,
# at whose ends the world is copied, and are told in 182 stretches, so that what is written about a run
# is as long. What is said about the days of a comparison takes as much for four runs as for three.
flat() {
  local short long one two
  read -r -a one < <(cost 3 91 "$@")
  read -r -a two < <(cost 4 91 "$@")
  short=($((two[0] - one[0])) $((two[1] - one[1])))
  read -r -a one < <(cost 3 182 "$@")
  read -r -a two < <(cost 4 182 "$@")
  long=($((two[0] - one[0])) $((two[1] - one[1])))
  local more=$((long[0] - short[0])) events=$((long[1] - short[1]))
  if [ "$events" -gt 50000 ] && [ $((more * 1000)) -le "$events" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "allocations: $*: $more more for $events more events" >&2
  fi
}

flat standard-chat-day
flat standard-chat-day --set messages=each
flat coco
flat coco-classifier --set 'sanctions.return_probability=100 %'
flat coco-face
echo "allocations: $passed passed, $failed failed"
[ "$failed" = 0 ]
