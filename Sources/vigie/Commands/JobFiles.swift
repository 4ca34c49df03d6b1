import ArgumentParser
import Experiment
import Foundation
import Schema

/// The files by which a cluster's engine runs the workers of a study and gathers their runs.
struct JobFiles {
  /// What runs jobs.
  enum Engine: String, CaseIterable, ExpressibleByArgument {
    case slurm, snakemake, dask
  }

  /// The study's folder and this program, from the root.
  let folder: String, program: String
  let shards: Int
  /// Longest time of a task.
  let minutes: Int
  let name: String

  private var place: String { folder + "/jobs" }

  /// As many shards as take two minutes each, and no more than runs: tasks of seconds are mostly waiting.
  static func shards(seconds: Double, runs: Int) -> Int {
    let wanted = (seconds / 120).rounded(.up)
    return max(1, min(runs, Int(min(wanted, 1e6))))
  }

  /// What sends them.
  func command(_ engine: Engine) -> String {
    switch engine {
    case .slurm: "bash \(Shell.quoted(place + "/submit.sh"))"
    case .snakemake: "snakemake --snakefile \(Shell.quoted(place + "/Snakefile")) --cores all"
    case .dask: "python3 \(Shell.quoted(place + "/dask_run.py"))"
    }
  }

  /// Writes the files of an engine. Those that are there may have been edited: they stay as they are.
  ///
  /// - Parameter anew: Write them all the same.
  /// - Returns: The files, and whether they were there.
  /// - Throws: `DiskError`.
  func write(_ engine: Engine, anew: Bool) throws -> (files: [String], kept: Bool) {
    let files: [(name: String, text: String)] =
      switch engine {
      case .slurm: [("array.sh", array), ("gather.sh", gather), ("submit.sh", submit)]
      case .snakemake: [("Snakefile", snakefile)]
      case .dask: [("dask_run.py", dask)]
      }
    try Disk.makeFolder(place)
    let names = files.map { place + "/" + $0.name }
    let isThere = try files.contains { try Disk.read(place + "/" + $0.name) != nil }
    if isThere, !anew { return (names, true) }
    for file in files { try Disk.replace(place + "/" + file.name, with: file.text.utf8) }
    return (names, false)
  }

  private var quoted: (program: String, folder: String, place: String) {
    (Shell.quoted(program), Shell.quoted(folder), Shell.quoted(place))
  }

  private var array: String {
    """
    #!/bin/bash
    #SBATCH --job-name=\(name)
    #SBATCH --cpus-per-task=1
    #SBATCH --time=\(minutes)
    #SBATCH --output=\(place)/log-%A.txt
    #SBATCH --open-mode=append
    # One task makes one shard; one that is done returns at once. OFFSET is for studies of more tasks than an
    # array may have.
    exec \(quoted.program) worker \(quoted.folder) --of \(shards) --quiet --jobs "${SLURM_CPUS_PER_TASK:-1}" \\
      --shard "$((SLURM_ARRAY_TASK_ID + ${OFFSET:-0}))"

    """
  }

  private var gather: String {
    """
    #!/bin/bash
    #SBATCH --job-name=\(name)-gather
    #SBATCH --time=\(max(30, minutes))
    #SBATCH --output=\(place)/gather-%j.txt
    # Ends with 75 and names what is missing where a task failed: send submit.sh again.
    exec \(quoted.program) gather \(quoted.folder)

    """
  }

  private var submit: String {
    """
    #!/bin/bash
    # Sends the array, in pieces where it is longer than the cluster allows, and after it the gathering, with
    # the flags given here: with --wait this ends as the gathering does. A study planned with --precision:
    #   while bash submit.sh --wait && \(quoted.program) plan \(quoted.folder) --next --json | grep '"done": false'; do :; done
    set -euo pipefail
    most=$(scontrol show config | awk '/^MaxArraySize/ { print $3 - 1 }')
    jobs=()
    for ((offset = 0; offset < \(shards); offset += most)); do
      count=$((\(shards) - offset < most ? \(shards) - offset : most))
      jobs+=("$(OFFSET=$offset sbatch --parsable --export=ALL --array=0-$((count - 1)) \(quoted.place)/array.sh)")
    done
    after=$(IFS=:; echo "${jobs[*]}")
    # Whatever became of the tasks: it says itself what is missing.
    code=0
    gather=$(sbatch --parsable --dependency="afterany:$after" "$@" \(quoted.place)/gather.sh) || code=$?
    echo "array ${jobs[*]}, gather $gather"
    exit "$code"

    """
  }

  private var snakefile: String {
    """
    # snakemake --snakefile jobs/Snakefile --cores all, or with a profile of your cluster; the next round of a
    # study planned with --precision: the same with --forceall.
    SHARDS = range(\(shards))
    JOBS = "\(place)"

    rule gather:
        input: expand(JOBS + "/done/{shard}", shard=SHARDS)
        output: "\(folder)/datapackage.json"
        shell: "\(quoted.program) gather \(quoted.folder)"

    rule worker:
        output: touch(JOBS + "/done/{shard}")
        shell: "\(quoted.program) worker \(quoted.folder) --shard {wildcards.shard} --of \(shards) --quiet --jobs 1"

    """
  }

  private var dask: String {
    """
    # A study on a Dask cluster: give the scheduler's address, or none for this machine alone.
    import subprocess
    import sys

    from dask.distributed import Client


    def worker(shard):
        words = ["\(program)", "worker", "\(folder)", "--shard", str(shard), "--of", "\(shards)"]
        return subprocess.run(words + ["--quiet", "--jobs", "1"]).returncode


    if __name__ == "__main__":
        with Client(*sys.argv[1:2]) as client:
            codes = client.gather(client.map(worker, range(\(shards)), pure=False))
        sys.exit(max(codes) or subprocess.run(["\(program)", "gather", "\(folder)"]).returncode)

    """
  }
}
