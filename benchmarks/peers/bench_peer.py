"""What the scripts share that time another library's layers: serving `gcnn bench --peers`, or measuring a file of rows on their own.

A case is what `gcnn bench --json` writes of a row: work, group, fields, size, batch, pass (forward or step), threads. Served, a script
reads lines of JSON: a case, which it builds and warms up, or "run", which it answers by {"ms": milliseconds}. Between two lines it waits.
"""
import json
import statistics
import sys
import time

WARM_UP = 2
FEWEST = 5


def arguments(parser):
    """The options of every such script."""
    parser.add_argument("--serve", action="store_true", help="answer the lines of gcnn bench --peers")
    parser.add_argument("--rows", metavar="FILE", help="measure the rows of a file of gcnn bench --json that this library has")
    parser.add_argument("--out", metavar="FILE", help="write the rows there, with peer_ms and ratio filled in")
    parser.add_argument("--budget", type=float, default=10, metavar="N", help="seconds for a row (default: 10)")
    return parser


def main(options, builder):
    """Serves or measures. builder(case) gives the work as a function of nothing, or None for a case that is another library's."""
    if options.serve:
        return serve(builder)
    if not options.rows:
        sys.exit("--rows FILE is missing: a file that gcnn bench --json wrote (or --serve, which gcnn bench --peers gives)")
    with open(options.rows, encoding="utf-8") as file:
        content = json.load(file)
    for row in content["rows"]:
        measure(row, builder, options.budget)
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2)
    return None


def serve(builder):
    """Answers line by line until the input ends."""
    answer({"ready": True})
    work = None
    for line in sys.stdin:
        asked = json.loads(line)
        if asked == "run":
            answer({"ms": timed(work)})
        else:
            work = prepared(asked, builder)
            answer({"ready": True})


def answer(message):
    """A line for the one who asked."""
    print(json.dumps(message), flush=True)


def prepared(case, builder):
    """The work of a case, on its threads, with weights and inputs from a seed."""
    import torch
    torch.set_num_threads(case["threads"])
    torch.manual_seed(1)
    work = builder(case)
    if work is None:
        sys.exit(f"this library has no {case['work']} of {case['group']}")
    timed(work)
    return work


def measure(row, builder, budget):
    """Fills in the median of a row, on this library's own."""
    import torch
    torch.set_num_threads(row["threads"])
    torch.manual_seed(1)
    work = builder(row)
    if work is None:
        return
    for _ in range(WARM_UP):
        timed(work)
    begin, times = time.perf_counter(), []
    while len(times) < FEWEST or time.perf_counter() - begin < budget:
        times.append(timed(work))
    row["peer_ms"] = statistics.median(times)
    others = [row[name] for name in ("plain_ms", "peer_ms") if row.get(name) is not None]
    row["ratio"] = min(others) / row["fourier_ms"] if row.get("fourier_ms") else None
    print(f"{row['work']} {row['group']}, {row['fields']} fields, {row['size']}x{row['size']}, batch {row['batch']}, {row['pass']}, "
          f"threads {row['threads']}: {row['peer_ms']:.2f} ms, {len(times)} runs")


def timed(work):
    """Milliseconds of one run, everything freed that it made."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def convolution(case, layer, weights, images, call):
    """A layer's forward pass without gradients, or forward and both gradients, as a function of nothing; in training mode."""
    import torch
    if case["pass"] == "forward":
        def forward():
            with torch.no_grad():
                call(layer, images)
        return forward
    images.requires_grad_(True)
    gradient = torch.randn_like(call(layer, images))

    def step():
        torch.autograd.grad([call(layer, images)], [images, *weights], [gradient])
    return step
