#!/usr/bin/python3
"""Measures how long e2cnn takes to construct layers of regular fields, on one thread.

usage: /usr/bin/python3 e2cnn_construction.py OUT.jsonl [--e2cnn DIR] [--runs 3] [--limit 120] [--only D4]

e2cnn keeps the bases it has built, so each run is a new process: its first layer is the cold one, the same layer built again are
the warm ones. Imports are not counted. OUT.jsonl gets a line for each case and cache; construction_table.py prints such files.
"""
import gc
import json
import os
import statistics
import subprocess
import sys
import time

import construction_table
import e2cnn_library

CASES = (("C4", 16, 3), ("D4", 16, 3), ("D4", 16, 5), ("C8", 16, 5), ("D8", 16, 5), ("D16", 64, 5))
WARM = 3  # layers built again in each process,
WARM_SECONDS = 10  # unless they take longer than this together
THREADS = 1


def main():
    parser = e2cnn_library.arguments("Construction time of e2cnn's layers")
    parser.add_argument("out", metavar="OUT.jsonl", nargs="?", help="the file to write")
    parser.add_argument("--runs", type=int, default=3, help="processes for each case (default: 3)")
    parser.add_argument("--limit", type=float, default=120, help="seconds after which a process is stopped (default: 120)")
    parser.add_argument("--only", default="", metavar="GROUP", help="measure the cases of this group alone")
    parser.add_argument("--worker", metavar="CASE", help="measure one case in this process (the script calls itself so)")
    options = parser.parse_args()
    if options.worker:
        return work(options.e2cnn, *json.loads(options.worker))
    if not options.out:
        parser.error("OUT.jsonl is missing: where should the measurements go?")
    library = e2cnn_library.load(options.e2cnn)
    records = []
    with open(options.out, "w", encoding="utf-8") as file:
        for case in [(*c, initialize) for c in CASES for initialize in (True, False) if options.only in ("", c[0])]:
            print("measuring", *case, file=sys.stderr)
            for record in summarise(library, case, [run(options, case) for _ in range(options.runs)], options.limit):
                records.append(record)
                file.write(json.dumps(record) + "\n")
                file.flush()
    construction_table.show(records)
    return None


def run(options, case):
    """What one new process measures: its lines, as far as it came within the limit."""
    command = [sys.executable, os.path.abspath(__file__), "--e2cnn", options.e2cnn, "--worker", json.dumps(case)]
    one_thread = {name: str(THREADS) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    try:
        done = subprocess.run(command, env=os.environ | one_thread, stdout=subprocess.PIPE, timeout=options.limit, check=True)
        output = done.stdout
    except subprocess.TimeoutExpired as expired:
        output = expired.stdout or b""
    return [json.loads(line) for line in output.decode().splitlines()]


def work(folder, name, fields, size, initialize):
    """In a process of its own: the first layer, the layers after it, and the first filter; a line of JSON for each, at once."""
    e2cnn_library.load(folder)
    from e2cnn import nn
    start = time.perf_counter()
    space = e2cnn_library.space(name)
    regular = nn.FieldType(space, [space.regular_repr] * fields)
    say("group", start)
    begin = time.perf_counter()
    for cache in ["cold"] + ["warm"] * WARM:
        layer = None
        gc.collect()
        start = time.perf_counter()
        layer = nn.R2Conv(regular, regular, size, initialize=initialize)
        say(cache, start, parameters=layer.weights.numel())
        if time.perf_counter() - begin > WARM_SECONDS and cache == "warm":
            break
    start = time.perf_counter()
    layer.eval()
    say("filter", start)


def say(what, start, **more):
    """A measurement, on a line of its own."""
    print(json.dumps({"what": what, "seconds": time.perf_counter() - start, **more}), flush=True)


def summarise(library, case, runs, limit):
    """The case's records: cold, then warm, each with the median and the range of its layers over all processes."""
    name, fields, size, initialize = case
    lines = [line for run_lines in runs for line in run_lines]
    for cache in ("cold", "warm"):
        seconds = [line["seconds"] for line in lines if line["what"] == cache]
        yield {"library": f"{library['name']} {library['version']}", "layer": f"{name} {fields} regular -> {fields} regular {size}x{size}",
               "group": name, "fields": fields, "size": size, "initialize": initialize, "cache": cache,
               "median": middle(seconds), "min": min(seconds, default=None), "max": max(seconds, default=None), "runs": len(seconds),
               "group_median": middle([line["seconds"] for line in lines if line["what"] == "group"]),
               "filter_median": middle([line["seconds"] for line in lines if line["what"] == "filter"]),
               "parameters": max((line.get("parameters", 0) for line in lines), default=0), "threads": THREADS,
               "limit": limit, "processes": len(runs),
               "stopped": sum(all(line["what"] != cache for line in run_lines) for run_lines in runs)}


def middle(seconds):
    """The median, or null of nothing."""
    return statistics.median(seconds) if seconds else None


if __name__ == "__main__":
    main()
