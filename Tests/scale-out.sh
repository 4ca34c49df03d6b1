#!/usr/bin/env bash
# One study in one process, by workers under Slurm, Snakemake and Dask: the same bytes. Under Slurm one task is
# killed (gather then ends with 75), one node is drained, and everything is sent again; and a comparison goes on
# in rounds, as docs/cluster.md has it.
# Usage: scale-out.sh PATH/TO/vigie PATH/TO/python
# A stage whose packages can't be had is skipped, and the last line says so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
vigie=$(realpath "${1:?path of vigie}") python=$(cd "$(dirname "${2:?path of python}")" && pwd)/$(basename "$2")
work=$(mktemp -d)
trap '[ -d "$work/slurm" ] && "$here/slurm.sh" down "$work/slurm"; rm -rf "$work"' EXIT
study="$here/../Scenarios/studies/staff-and-reports.yaml"
options=(--draws 4 --set people.count=3000 --set 'time.warm_up=6 h' --set 'time.window=18 h' --quiet)
skipped=()

# Everything a study leaves but its records, job files, and what its rounds go on for.
bytes() {
  (cd "$1" && find . -type f ! -path './parts/*' ! -path './jobs/*' ! -name .lock ! -name goal.yaml | LC_ALL=C sort \
    | xargs sha256sum | sha256sum | cut -c1-64)
}

check() { # NAME FOLDER [THAT OF ONE PROCESS]
  local own
  own=$(bytes "$2")
  echo "$1: sha256 $own"
  [ "$own" = "$(bytes "${3:-$work/local}")" ] \
    || { echo "error: $1 differs from one process" >&2; diff -rq "${3:-$work/local}" "$2" >&2; exit 1; }
}

"$vigie" sweep "$study" "${options[@]}" --out "$work/local" > "$work/local.out"
echo "one process, $(($(wc -l < "$work/local/runs.csv") - 1)) runs: sha256 $(bytes "$work/local")"

slurm() {
  local folder="$work/by-slurm"
  "$here/slurm.sh" up "$work/slurm"
  export SLURM_CONF="$work/slurm/slurm.conf"
  "$vigie" plan "$study" "${options[@]}" --out "$folder" > /dev/null
  "$vigie" submit "$folder" --engine slurm --of 12 > /dev/null
  # A user may edit the files: here shard 5 is killed in the middle.
  sed -i 's|^exec \(.*\)$|[ "$SLURM_ARRAY_TASK_ID" = 5 ] \&\& kill=(timeout -s KILL 0.3)\nexec "${kill[@]}" \1|' \
    "$folder/jobs/array.sh"
  bash "$folder/jobs/submit.sh"
  settle
  "$vigie" status "$folder"
  local code=0
  "$vigie" gather "$folder" --quiet 2> "$work/gather.err" || code=$?
  echo "with a killed task gather ends with $code: $(head -1 "$work/gather.err")"
  [ "$code" = 75 ] || { cat "$folder"/jobs/*.txt >&2; exit 1; }
  grep -q 'missing' "$folder"/jobs/gather-*.txt
  scontrol update nodename=two state=drain reason=test
  "$vigie" submit "$folder" --engine slurm --of 12 --force --go
  settle
  echo "sent again with a node drained: $(sinfo -h -N -o '%N %t' | sort -u | paste -sd, -)"
  "$vigie" gather "$folder" --quiet
  check Slurm "$folder"
  scontrol update nodename=two state=resume
  rounds
  "$here/slurm.sh" down "$work/slurm"
}

rounds() {
  local folder="$work/in-rounds" words=("$here/../Scenarios/studies/check-package.yaml" --limits 0.1 --draws 32 --quiet)
  "$vigie" compare "${words[@]}" --out "$work/rounds" > "$work/rounds.out"
  "$vigie" plan "${words[@]}" --out "$folder" > /dev/null
  "$vigie" submit "$folder" --engine slurm --of 4 > /dev/null
  while bash "$folder/jobs/submit.sh" --wait && "$vigie" plan "$folder" --next --json | grep '"done": false'; do :; done
  check "in rounds under Slurm, $(($(wc -l < "$folder/runs.csv") - 1)) runs" "$folder" "$work/rounds"
}

settle() { # until nothing is queued
  for _ in $(seq 600); do
    [ -z "$(squeue -h)" ] && return
    sleep 0.5
  done
  squeue >&2
  exit 1
}

if command -v sbatch slurmctld slurmd munged > /dev/null && [ "$(id -u)" = 0 ]; then slurm
else skipped+=("Slurm (Debian's slurmctld, slurmd, slurm-client and munge, as root)"); fi

for engine in snakemake dask; do
  folder="$work/by-$engine"
  if ! "$python" -c "import $engine" 2> /dev/null; then skipped+=("$engine"); continue; fi
  "$vigie" plan "$study" "${options[@]}" --out "$folder" > /dev/null
  "$vigie" submit "$folder" --engine $engine --of 5 > /dev/null
  # Of Snakemake the tool, which lies beside the Python, of Dask a script.
  case $engine in
    snakemake) (cd "$work" && "$(dirname "$python")/snakemake" --snakefile "$folder/jobs/Snakefile" --cores 2 \
      --quiet all > "$work/$engine.out" 2>&1) || { cat "$work/$engine.out" >&2; exit 1; } ;;
    dask) "$python" "$folder/jobs/dask_run.py" > "$work/$engine.out" 2>&1 \
      || { cat "$work/$engine.out" >&2; exit 1; } ;;
  esac
  check "$engine" "$folder"
done

if [ ${#skipped[@]} -gt 0 ]; then printf 'skipped, its packages are missing: %s\n' "${skipped[@]}"; fi
echo "scale-out: $((3 - ${#skipped[@]})) of 3 engines gave the bytes of one process"
