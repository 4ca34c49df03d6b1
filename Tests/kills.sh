#!/usr/bin/env bash
# A study that is killed goes on to the same bytes: killed at every call that changes a file, one after
# the other, and at fifty random moments; then asked for again.
#   Tests/kills.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:?usage: Tests/kills.sh PROGRAM}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SWIFT_BACKTRACE=enable=no
# The shell tells of every process that was killed.
exec 3>&2 2>/dev/null
calls=write,pwrite64,fsync,ftruncate,rename,unlink,mkdir,openat
passed=0 failed=0

study() { # FOLDER [PREFIX …]: the study into that folder.
  local place=$1
  shift
  "$@" "$program" compare Tests/Golden/baseline.yaml Tests/Golden/kills.yaml --draws 3 --until 8d \
    --set people.count=300 --quiet --jobs 1 --out "$place" >/dev/null 2>&1
}

# Every file but the records, whose names are random.
bytes() { (cd "$1" && find . -path ./parts -prune -o -type f -print0 | sort -z | xargs -0 sha256sum); }

compare() { # WHAT
  study "$folder/s"
  if [ "$(bytes "$folder/s")" = "$expected" ]; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "kills: other bytes after $1" >&3
  fi
  rm -rf "$folder/s"
}

begun=$(date +%s%N)
study "$folder/whole"
length=$(($(date +%s%N) - begun))
expected=$(bytes "$folder/whole")

for call in ${calls//,/ }; do
  number=0
  while :; do
    number=$((number + 1))
    if study "$folder/s" strace -f -o /dev/null -e "trace=$call" -e "inject=$call:signal=KILL:when=$number"
    then rm -rf "$folder/s"; break; fi
    # Only calls before a folder is there leave nothing to go on from.
    compare "$call number $number"
  done
  echo "$call: killed $((number - 1)) times"
done
for moment in $(seq 50); do
  timeout -s KILL "$(awk -v l="$length" -v r="$RANDOM" 'BEGIN { printf "%.4f", l / 1e9 * r / 32768 }')" \
    bash -c "$(declare -f study); program='$program' study '$folder/s'" || true
  pkill -KILL -f "out $folder/s" || true
  compare "a kill at a random moment ($moment)"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
