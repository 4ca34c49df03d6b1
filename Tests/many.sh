#!/usr/bin/env bash
# Many tiny runs: how long a study of a hundred thousand takes, and what it holds in memory and on disk;
# then the same study killed at a third and at two thirds, which must go on to the same tables.
#   [RUNS=100000] [JOBS=2] Tests/many.sh PROGRAM [TABLE]
# TABLE is a CSV file for the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:?usage: Tests/many.sh PROGRAM [TABLE]}")
table=${2:-}
runs=${RUNS:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SWIFT_BACKTRACE=enable=no
small=(--set people.count=50 --set 'time.warm_up=0 h' --set 'time.window=1 d' --jobs "${JOBS:-2}" --quiet)
# Two scenarios, two replicates of each in every draw.
compare=("$program" compare Scenarios/coco.yaml Scenarios/coco-phone.yaml "${small[@]}"
  --draws $((runs / 4)) -r 2 --out)
single=("$program" run Scenarios/coco.yaml "${small[@]}" --draws "$runs" --out)

# measure STEP RUNS FOLDER COMMAND …: a row of what a command took and what the folder then holds.
measure() {
  python3 - "$@" <<'PYTHON' | tee -a "$folder/table"
import os, resource, subprocess, sys, time
step, runs, place, *command = sys.argv[1:]
begun = time.monotonic()
code = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
wall = time.monotonic() - begun
if code: sys.exit(f"many: {step} ended with {code}")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
files = [os.path.join(at, name) for at, _, names in os.walk(place) for name in names]
size = sum(map(os.path.getsize, files))
print(f"{step},{runs},{wall:.1f},{used.ru_utime + used.ru_stime:.1f},"
      f"{used.ru_maxrss * 1024 / 1e6:.0f},{len(files)},{size / 1e6:.1f}", flush=True)
PYTHON
}

tables() { (cd "$1" && sha256sum ./*.csv); }
# Bytes of records so far.
recorded() { find "$1/parts" -name '*.rec' -printf '%s\n' 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }'; }

# killed SHARE: the study, killed once its records are that share of the whole study's.
killed() {
  local goal=$(($(recorded "$folder/whole") * $1 / 3)) job
  "${compare[@]}" "$folder/killed" >/dev/null 2>&1 &
  job=$!
  while [ "$(recorded "$folder/killed")" -lt "$goal" ] && kill -0 "$job" 2>/dev/null; do sleep 0.2; done
  kill -KILL "$job" 2>/dev/null && echo "killed with $(recorded "$folder/killed") bytes of records" >&2
  wait "$job" 2>/dev/null || true
}

echo "step,runs,wall_s,cpu_s,peak_memory_mb,files,megabytes" | tee "$folder/table"
measure "two scenarios compared" "$runs" "$folder/whole" "${compare[@]}" "$folder/whole"
measure "the same command again" "$runs" "$folder/whole" "${compare[@]}" "$folder/whole"
measure report "$runs" "$folder/whole" "$program" report "$folder/whole"
measure "verify --sample 4" "$runs" "$folder/whole" "$program" verify "$folder/whole" --sample 4
key=$(sed -n "$((runs / 2))p" "$folder/whole/runs.csv" | cut -d, -f7)
measure replay "$runs" "$folder/whole" "$program" replay "$folder/whole" --run "$key"
killed 1
killed 2
measure "finished after two kills" "$runs" "$folder/killed" "${compare[@]}" "$folder/killed"
if [ "$(tables "$folder/whole")" != "$(tables "$folder/killed")" ]; then
  echo "many: other tables after two kills" >&2
  exit 1
fi
echo "the same tables after two kills" >&2
rm -rf "$folder/whole" "$folder/killed"
measure "one scenario" "$runs" "$folder/single" "${single[@]}" "$folder/single"
[ -z "$table" ] || cp "$folder/table" "$table"
