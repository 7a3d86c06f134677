#!/usr/bin/python3
"""Writes what e2cnn's R2Conv expands to, in GCnn's conventions, and measures it against the exact kernel spaces.

usage: /usr/bin/python3 e2cnn_filters.py OUT.json [--e2cnn DIR]        writes OUT.json and OUT.bin; README.md has their format

For each of C4, D4, C8, D8, for the pairs scalar -> regular, regular -> scalar, regular -> regular and every pair of irreps, and for
3x3, 5x5 and 7x7: the whole basis that e2cnn samples with its defaults, one expanded filter for each of a layer's weights.
"""
import json
import os
import sys

import numpy as np

import e2cnn_library
from e2cnn_expansion import Expansion
from point_group import residual

GROUPS = ("C4", "D4", "C8", "D8")
SIZES = (3, 5, 7)
EXACT = 1e-6  # e2cnn samples in float32
BROKEN = 0.1  # filters read upside down must fail the same measurement by at least this
DIMENSIONS = ("rank", "complete_rank", "sampled_dimension", "exact_dimension")
RESIDUALS = ("residual", "drawn_residual", "rounding", "continuous_residual", "upside_down_residual", "turned_residual")
HEADS = ("rank", "complete", "sampled", "exact", "residual", "drawn", "rounding", "continuous", "upside down", "turned")


def main():
    parser = e2cnn_library.arguments("e2cnn's expanded filters in GCnn's conventions")
    parser.add_argument("out", metavar="OUT.json", help="the header; the numbers go beside it, into OUT.bin")
    options = parser.parse_args()
    library = e2cnn_library.load(options.e2cnn)
    data = os.path.splitext(options.out)[0] + ".bin"
    with open(data, "wb") as file:
        numbers = Numbers(file)
        groups = [e2cnn_library.ConvertedGroup(name) for name in GROUPS]
        described = [describe(group, numbers) for group in groups]
        cases = [measure(group, pair, size, numbers) for group in groups for pair in pairs(group) for size in SIZES]
    header = {"format": "gcnn-peer-filters", "version": 1, "library": library, "data": os.path.basename(data), "type": "float64",
              "byte_order": "little", "groups": described, "cases": cases}
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(header, file)
    report(cases)
    failures = [f"{title(case)} {fault}" for case in cases for fault in faults(case)]
    if failures:
        sys.exit("\n".join(failures))


class Numbers:
    """The binary file: arrays of float64, little-endian, row-major, one after another."""

    def __init__(self, file):
        self.file = file
        self.count = 0

    def add(self, array):
        """Appends an array; what returned finds it again: the index of its first number, and its shape."""
        array = np.ascontiguousarray(array, dtype="<f8")
        self.file.write(array.tobytes())
        place = {"offset": self.count, "shape": list(array.shape)}
        self.count += array.size
        return place


def describe(group, numbers):
    """A group in our order, and the representations that the cases speak of."""
    ours = group.group
    return {"name": ours.name, "rotations": ours.rotations, "reflections": ours.reflections, "order": ours.order,
            "lattice": ours.lattice, "products": ours.products.tolist(), "planes": numbers.add(ours.planes),
            "e2cnn_elements": [str(e) for e in group.ordered], "e2cnn_permutation": group.permutation,
            "representations": [{"name": n, "dimension": group.theirs(n).size, "matrices": numbers.add(group.matrices(n))}
                                for n in group.names()]}


def pairs(group):
    """The pairs (in, out), those with a regular field first."""
    *irreps, regular = group.names()
    scalar = irreps[0]
    return [(scalar, regular), (regular, scalar), (regular, regular)] + [(i, o) for i in irreps for o in irreps]


def measure(group, pair, size, numbers):
    """One case: the basis, what part of the exact space it spans, and how far it is from the constraint."""
    rho_in, rho_out = (group.matrices(name) for name in pair)
    ours, expansion = group.group, Expansion(group, *pair, size)
    case = {"group": ours.name, "in": pair[0], "out": pair[1], "size": size, "dimension": len(expansion.filters),
            "rank": expansion.rank(), "exact_dimension": ours.exact_dimension(rho_out, rho_in, size),
            "sampled_dimension": ours.sampled_dimension(rho_out, rho_in, size),
            "complete_rank": Expansion(group, *pair, size, complete=True).rank() if affordable(group, pair) else None,
            "filters": numbers.add(expansion.filters)}
    if expansion.empty:
        return case
    drawn = expansion.drawn()
    return case | {"drawn": numbers.add(drawn), "residual": residual(ours, expansion.filters, rho_out, rho_in),
                   "drawn_residual": residual(ours, drawn[None], rho_out, rho_in), "rounding": expansion.rounding(),
                   "continuous_residual": expansion.continuous_residual(rho_out, rho_in),
                   "upside_down_residual": residual(ours, expansion.filters[..., ::-1, :], rho_out, rho_in),
                   "turned_residual": expansion.turned_residual(rho_out, rho_in),
                   "least_singular_value": float(expansion.spectrum()[-1]), **expansion.modes()}


def affordable(group, pair):
    """Whether the complete basis is small enough to decompose in seconds."""
    return pair != ("regular", "regular") or group.group.order <= 8


def faults(case):
    """What must not be: an inexact filter, a rank that the theory does not give, a measurement that accepts a broken twin."""
    if case["rank"] > case["sampled_dimension"]:
        yield f"has rank {case['rank']}, above the {case['sampled_dimension']} dimensions that there are"
    if case["complete_rank"] not in (None, case["sampled_dimension"]):
        yield f"has rank {case['complete_rank']} with every ring and frequency, not {case['sampled_dimension']}"
    for key in ("residual", "drawn_residual"):
        if case.get(key, 0) > EXACT:
            yield f"leaves a {key} of {case[key]:.1e} under the lattice's own symmetries; float32 explains {EXACT}"
    if "regular" in (case["in"], case["out"]) and case.get("upside_down_residual", 0) < BROKEN:
        yield "passes upside down, so the measurement sees nothing"


def title(case):
    """The case in a few words."""
    return f"{case['group']} {case['in']} -> {case['out']} {case['size']}x{case['size']}"


def report(cases):
    """A table: a line for each case with a regular field, one for all pairs of irreps of a group and size."""
    print(f"{'':34}" + "".join(f"{head:>12}" for head in HEADS))
    for group in GROUPS:
        for size in SIZES:
            here = [c for c in cases if (c["group"], c["size"]) == (group, size)]
            irreps = [c for c in here if "regular" not in (c["in"], c["out"])]
            for case in here[:len(here) - len(irreps)]:
                line(title(case), [case])
            line(f"{group} {len(irreps)} pairs of irreps {size}x{size}", irreps)


def line(name, cases):
    """One line: sums of the dimensions, worst residuals."""
    sums = [sum(values(cases, key)) if values(cases, key) else "-" for key in DIMENSIONS]
    worst = [f"{max(values(cases, key)):.1e}" if values(cases, key) else "-" for key in RESIDUALS]
    print(f"{name:34}" + "".join(f"{cell:>12}" for cell in sums + worst))


def values(cases, key):
    """What the cases that know it say of something."""
    return [case[key] for case in cases if case.get(key) is not None]


if __name__ == "__main__":
    main()
