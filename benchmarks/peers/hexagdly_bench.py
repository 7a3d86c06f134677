#!/usr/bin/python3
"""Times HexagDLy's Conv2d at the channels of our seven-tap hexagonal convolution.

usage: /usr/bin/python3 hexagdly_bench.py --rows ROWS.json [--out OUT.json] [--hexagdly DIR] [--budget 10]

Its grid is one of shifted columns and ours one of axial coordinates; images of as many rows and columns have as many cells.
"""
import argparse
import os
import sys
import warnings

import bench_peer

DEFAULT = os.path.join(os.environ.get("GCNN_PEERS_CACHE") or os.path.expanduser("~/.cache/gcnn-peers"), "hexagdly")
ORDERS = {"C3": 3, "D3": 6, "C6": 6, "D6": 12}


def main():
    parser = bench_peer.arguments(argparse.ArgumentParser(description="Times of HexagDLy"))
    parser.add_argument("--hexagdly", metavar="DIR", default=os.environ.get("GCNN_HEXAGDLY") or DEFAULT,
                        help="the folder that holds hexagdly.py (default: $GCNN_HEXAGDLY, else ~/.cache/gcnn-peers/hexagdly)")
    options = parser.parse_args()
    load(options.hexagdly)
    bench_peer.main(options, build)


def load(folder):
    """Imports hexagdly from its folder, or from 'src' within."""
    places = [place for place in (folder, os.path.join(folder, "src")) if os.path.isfile(os.path.join(place, "hexagdly.py"))]
    if not places:
        sys.exit(f"no hexagdly.py in {folder}: give --hexagdly the folder that holds it (https://github.com/ai4iacts/hexagdly)")
    try:
        import torch  # noqa: F401
    except ImportError:
        sys.exit(f"HexagDLy needs torch, which {sys.executable} has not: apt-get install python3-torch, and use /usr/bin/python3")
    sys.path.insert(0, places[0])
    warnings.simplefilter("ignore")
    import hexagdly  # noqa: F401


def build(case):
    """The work of a case, or None."""
    if case["work"] != "conv hexagon":
        return None
    import hexagdly
    import torch
    channels = case["fields"] * ORDERS[case["group"]]
    layer = hexagdly.Conv2d(channels, channels, 1, 1, bias=False).train()
    images = torch.randn(case["batch"], channels, case["size"], case["size"])
    return bench_peer.convolution(case, layer, list(layer.parameters()), images, lambda made, x: made(x))


if __name__ == "__main__":
    main()
