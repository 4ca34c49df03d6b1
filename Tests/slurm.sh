#!/usr/bin/env bash
# A Slurm cluster of two nodes on this machine, on loopback alone, for tests: `slurm.sh up DIR`, `slurm.sh
# down DIR`. Everything lies in DIR, keys and logs included; run as root. It needs Debian's slurmctld, slurmd,
# slurm-client and munge, which `slurm.sh install` gets; no service of the system is started or touched.
set -euo pipefail

install() {
  command -v sbatch slurmctld slurmd munged > /dev/null && return
  [ "$(id -u)" = 0 ] || { echo "error: as root: apt-get install slurmctld slurmd slurm-client munge" >&2; exit 69; }
  # While this file is there Debian starts no service that it installs.
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod +x "$policy"
    made=yes
  fi
  local code=0
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    slurmctld slurmd slurm-client munge > /dev/null; } || code=$?
  [ -z "$made" ] || rm -f "$policy"
  return "$code"
}

down() {
  for daemon in slurmd-one slurmd-two slurmctld munged; do
    local file="$1/run/$daemon.pid" number
    [ -s "$file" ] || continue
    number=$(cat "$file")
    # By number, and only if it is still that program.
    [ "$(cat "/proc/$number/comm" 2>/dev/null)" = "${daemon%%-*}" ] || continue
    kill "$number" 2>/dev/null || true
    for _ in $(seq 50); do kill -0 "$number" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$number" 2>/dev/null || true
  done
}

up() {
  case "$(getent ahostsv4 "$(hostname)" | awk 'NR == 1 { print $1 }')" in
    127.*) ;;
    *) echo "error: $(hostname) must mean 127.x, so that the daemons hear this machine alone" >&2; exit 69 ;;
  esac
  mkdir -p "$1"/{state,spool-one,spool-two,log,run}
  local dir
  dir=$(cd "$1" && pwd)
  chmod 755 "$dir" "$dir"/*
  dd if=/dev/urandom of="$dir/munge.key" bs=128 count=1 status=none
  chmod 600 "$dir/munge.key"
  munged --force --key-file="$dir/munge.key" --socket="$dir/run/munge.sock" --seed-file="$dir/run/seed" \
    --pid-file="$dir/run/munged.pid" --log-file="$dir/log/munged.log"
  cat > "$dir/slurm.conf" <<CONF
ClusterName=vigie
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=${PORT:-16817}
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/run/munge.sock
CredType=cred/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool-%n
SlurmctldPidFile=$dir/run/slurmctld.pid
SlurmdPidFile=$dir/run/slurmd-%n.pid
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdLogFile=$dir/log/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0
SlurmdParameters=config_overrides
NodeName=one NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=$((${PORT:-16817} + 1)) CPUs=2 State=UNKNOWN
NodeName=two NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=$((${PORT:-16817} + 2)) CPUs=2 State=UNKNOWN
PartitionName=local Nodes=one,two Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF="$dir/slurm.conf"
  slurmctld -f "$SLURM_CONF" -i < /dev/null > "$dir/log/slurmctld.out" 2>&1
  for node in one two; do
    slurmd -N "$node" -f "$SLURM_CONF" < /dev/null > "$dir/log/slurmd-$node.out" 2>&1
  done
  for _ in $(seq 100); do
    [ "$(timeout 5 sinfo -h -o %t 2>/dev/null | sort -u)" = idle ] && return
    sleep 0.1
  done
  echo "error: the cluster did not come up" >&2
  tail -n 5 "$dir"/log/*.log "$dir"/log/*.out >&2
  down "$dir"
  exit 69
}

case "${1:-}" in
  install) install ;;
  up | down) "$1" "${2:?a folder}" ;;
  *) echo "usage: slurm.sh install | up DIR | down DIR" >&2; exit 64 ;;
esac
