#!/usr/bin/python3
"""Prints construction times of several libraries side by side, as one Markdown table.

usage: /usr/bin/python3 construction_table.py E2CNN.jsonl GCNN.jsonl ...        files as e2cnn_construction.py writes them
"""
import json
import sys


def main():
    records = []
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            records += [json.loads(line) for line in file if line.strip()]
    if not records:
        sys.exit(__doc__.strip())
    show(records)


def show(records):
    """A row for each layer, initialised or not; two columns, cold and warm, for each library. Milliseconds: median (least to most)."""
    libraries = list(dict.fromkeys(record["library"] for record in records))
    rows = list(dict.fromkeys((record["layer"], record["initialize"]) for record in records))
    columns = [(library, cache) for library in libraries for cache in ("cold", "warm")]
    print("| layer | initialised | " + " | ".join(f"{library}, {cache} (ms)" for library, cache in columns) + " |")
    print("|---|---|" + "---:|" * len(columns))
    for row in rows:
        here = {(r["library"], r["cache"]): r for r in records if (r["layer"], r["initialize"]) == row}
        cells = [cell(here.get(column)) for column in columns]
        print(f"| {row[0]} | {'yes' if row[1] else 'no'} | " + " | ".join(cells) + " |")
    threads = sorted({record["threads"] for record in records})
    print(f"\nThreads: {', '.join(map(str, threads))}. Median (least to most) of the layer alone; groups and field types stood already.")


def cell(record):
    """One measurement in milliseconds, or in how many processes it did not end within the limit."""
    if record is None:
        return "-"
    if record.get("stopped"):
        return f"more than {1000 * record['limit']:.0f} in {record['stopped']} of {record['processes']} processes"
    return f"{1000 * record['median']:.1f} ({1000 * record['min']:.1f} to {1000 * record['max']:.1f})"


if __name__ == "__main__":
    main()
