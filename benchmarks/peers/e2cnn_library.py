"""e2cnn as these scripts use it: where its source is, and how its groups read in CONVENTIONS.md's order.

e2cnn samples a filter at points (x, y) with y growing upwards, row by row from the top, and turns anticlockwise by positive angles;
a pixel offset (X, Y) of ours is its (X, -Y). An element of its D_N is a pair (f, k): first f reflections, then k rotations.
"""
import argparse
import importlib
import os
import sys
import warnings

import numpy as np

from point_group import PointGroup

DEFAULT = os.path.join(os.environ.get("GCNN_PEERS_CACHE") or os.path.expanduser("~/.cache/gcnn-peers"), "e2cnn")
AXIS_FLIP = np.diag([1.0, -1.0])


def arguments(description):
    """A parser that knows where e2cnn is."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--e2cnn", metavar="DIR", default=os.environ.get("GCNN_E2CNN") or DEFAULT,
                        help="the folder that holds e2cnn's package and LICENSE (default: $GCNN_E2CNN, else ~/.cache/gcnn-peers/e2cnn)")
    return parser


def load(folder):
    """Imports e2cnn from its folder, on one thread, and says which e2cnn it is."""
    if not os.path.isfile(os.path.join(folder, "e2cnn", "__init__.py")):
        sys.exit(f"no e2cnn in {folder}: give --e2cnn the folder that holds its package 'e2cnn'")
    for package in ("torch", "scipy", "sympy"):  # e2cnn itself would only lose parts of itself without them, and say nothing
        try:
            importlib.import_module(package)
        except ImportError:
            sys.exit(f"e2cnn needs {package}, which {sys.executable} has not: apt-get install python3-{package}, and use /usr/bin/python3")
    sys.path.insert(0, folder)
    warnings.simplefilter("ignore")  # it indexes with bytes, of which torch warns at every layer
    import e2cnn.nn
    import torch
    torch.set_num_threads(1)
    return {"name": "e2cnn", "version": e2cnn.__version__, "commit": commit(folder), "torch": torch.__version__,
            "numpy": np.__version__}


def commit(folder):
    """The commit named in a file COMMIT beside the source, or null."""
    path = os.path.join(folder, "COMMIT")
    if not os.path.isfile(path):
        return None
    with open(path, encoding="ascii") as file:
        return file.read().strip()


def space(name):
    """The plane with the symmetry named C<n> or D<n>, the mirror left-right (e2cnn's default: across the upright axis)."""
    from e2cnn import gspaces
    kind = {"C": gspaces.Rot2dOnR2, "D": gspaces.FlipRot2dOnR2}[name[0]]
    return kind(int(name[1:]))


class ConvertedGroup:
    """A group of e2cnn's beside ours: ordered[g] is its element for our element g."""

    def __init__(self, name):
        self.space = space(name)
        self.group = PointGroup(int(name[1:]), reflections=name[0] == "D")
        theirs = list(self.space.fibergroup.elements)
        planes = [self._pixel_matrix(e) for e in theirs]
        matches = [[i for i, p in enumerate(planes) if np.allclose(p, ours, atol=1e-9)] for ours in self.group.planes]
        assert all(len(m) == 1 for m in matches), f"{name}: the elements' actions on the plane do not match one to one"
        self.permutation = [m[0] for m in matches]
        self.ordered = [theirs[i] for i in self.permutation]
        self._check_products()
        self._check_direction()

    def _pixel_matrix(self, element):
        flips, turns = element if self.group.reflections else (0, element)
        angle = 2 * np.pi * turns / self.group.rotations
        matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        if flips:
            across = 2 * self.space.axis
            matrix = matrix @ np.array([[np.cos(across), np.sin(across)], [np.sin(across), -np.cos(across)]])
        return AXIS_FLIP @ matrix @ AXIS_FLIP

    def _check_products(self):
        for g, a in enumerate(self.ordered):
            for h, b in enumerate(self.ordered):
                product = self.ordered.index(self.space.fibergroup.combine(a, b))
                assert product == self.group.products[g, h], f"{self.group.name}: e2cnn multiplies elements {g} and {h} to {product}"

    def _check_direction(self):
        """Watches one pixel of a picture under e2cnn's own action, which must move it to where our matrices do."""
        size = 5
        for g in self.group.lattice:
            for pixel in (1, 7):
                picture = np.zeros((1, 1, size * size))
                picture[..., pixel] = 1
                moved = self.space.featurefield_action(picture.reshape(1, 1, size, size), self.space.trivial_repr, self.ordered[g])
                assert np.argmax(moved) == self.group.pixel_map(g, size)[pixel], f"{self.group.name}: element {g} turns the other way"

    def names(self):
        """The irreps that e2cnn has for the group, trivial first, then 'regular'."""
        trivial = self.space.trivial_repr.name
        return [trivial] + [name for name in self.space.irreps if name != trivial] + ["regular"]

    def theirs(self, name):
        """e2cnn's own representation of that name."""
        return self.space.representations[name]

    def coordinates(self, name):
        """Where each of our coordinates stands among e2cnn's: their order of elements for 'regular', else as it is."""
        return self.permutation if name == "regular" else list(range(self.theirs(name).size))

    def matrices(self, name):
        """The representation in our order of elements; 'regular' as exact permutations, which e2cnn's must agree with."""
        order = self.coordinates(name)
        theirs = np.array([self.theirs(name)(e) for e in self.ordered])[:, order][:, :, order]
        if name != "regular":
            return theirs
        ours = self.group.regular()
        assert np.allclose(theirs, ours, atol=1e-12), f"{self.group.name}: e2cnn's regular representation is another one"
        return ours
