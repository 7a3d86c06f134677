"""What a layer of e2cnn's from one field to one field can be: its sampled basis, and the continuous kernels behind it."""
import contextlib
import io

import numpy as np

from point_group import conjugated, offsets, worst

AXIS_FLIP = np.array([1.0, -1.0])
NUMERICAL_RANK = 1e-5  # of the largest singular value


class Expansion:
    """R2Conv between two representations; filters[b] is what it expands to when weight b is 1 and the others are 0.

    It is built with e2cnn's defaults, or complete: with a narrow ring at every distance between pixels and angular frequencies up to 8.
    Shapes: filters [basis, out, in, row, column], in our order of the group's elements. An empty basis has no filters.
    """

    def __init__(self, group, rho_in, rho_out, size, complete=False):
        from e2cnn import nn  # here, because e2cnn_library.load says where it is
        self.group = group
        self.size = size
        self.inputs, self.outputs = group.coordinates(rho_in), group.coordinates(rho_out)
        self.filters = np.zeros((0, len(self.outputs), len(self.inputs), size, size))
        types = [nn.FieldType(group.space, [group.theirs(name)]) for name in (rho_in, rho_out)]
        try:
            with contextlib.redirect_stdout(io.StringIO()):  # it prints that a basis is empty before it throws
                self.layer = nn.R2Conv(*types, size, bias=False, initialize=False, **(all_rings(size) if complete else {}))
        except ValueError as error:
            if "basis for the steerable filter is empty" not in str(error):
                raise
            return
        self.filters = np.array([self._expand(weights) for weights in np.eye(self.layer.basisexpansion.dimension())])
        (self.block,) = self.layer.basisexpansion.children()
        self.kept = self.block._mask.numpy().astype(bool)
        self.scale = self._scale()

    @property
    def empty(self):
        """Whether e2cnn has no filter at all here."""
        return len(self.filters) == 0

    def _expand(self, weights):
        import torch
        self.layer.weights.data = torch.tensor(weights, dtype=torch.float32)
        return self._reordered(self.layer.expand_parameters()[0].detach().numpy().astype(float)[None])[0]

    def drawn(self):
        """The filter of a layer with normal random weights (seed 0), summed by e2cnn in float32."""
        return self._expand(np.random.RandomState(0).standard_normal(len(self.filters)))

    def _reordered(self, filters):
        return filters[:, self.outputs][:, :, self.inputs]

    def _unscaled(self, points):
        """The continuous kernels in float64 at offsets (X, Y) of ours, as e2cnn computes them before it normalises."""
        samples = self.block.basis.sample_masked((points * AXIS_FLIP).T, self.kept)
        return self._reordered(samples.transpose(2, 0, 1, 3))

    def _scale(self):
        """e2cnn normalises each sampled filter: the factors that take its kernels to its filters, by least squares."""
        kernels, filters = self._unscaled(offsets(self.size)), self.flat
        return np.einsum("noiu,noiu->n", kernels, filters) / np.einsum("noiu,noiu->n", kernels, kernels)

    @property
    def flat(self):
        """The filters with their pixels in one axis."""
        return self.filters.reshape(*self.filters.shape[:3], self.size ** 2)

    def kernels(self, points):
        """The continuous kernels in float64 at any offsets (X, Y): [basis, out, in, point]."""
        return self._unscaled(points) * self.scale[:, None, None, None]

    def modes(self):
        """The ring's radius and the angular frequency of each filter, as e2cnn describes them."""
        described = list(self.layer.basisexpansion.get_basis_info())
        return {"radii": [float(d["radius"]) for d in described], "frequencies": [int(d["frequency"]) for d in described]}

    def spectrum(self):
        """The singular values of the basis, the largest being 1."""
        values = np.linalg.svd(self.filters.reshape(len(self.filters), -1), compute_uv=False)
        return values / values[0]

    def rank(self):
        """The dimension of the space that the filters span."""
        return 0 if self.empty else int(np.sum(self.spectrum() > NUMERICAL_RANK))

    def rounding(self):
        """How far the float32 filters are from the kernels in float64, relative to the largest entry of each."""
        return worst([np.abs(self.flat - self.kernels(offsets(self.size)))], self.flat)

    def continuous_residual(self, rho_out, rho_in):
        """The largest |K(g u) - rho_out(g) K(u) rho_in(g)^-1| over the whole group and the stencil, relative, in float64.

        For a turn by 45 degrees, g u lies between pixels: the kernels are asked there, the filters cannot be.
        """
        points = offsets(self.size)
        here = self.kernels(points)
        errors = [np.abs(self.kernels(points @ plane.T) - conjugated(here, rho_out, rho_in, g))
                  for g, plane in enumerate(self.group.group.planes)]
        return worst(errors, here)

    def turned_residual(self, rho_out, rho_in):
        """The same of the filters themselves for the elements that are no symmetries of the lattice, None where all are.

        W(g u) is interpolated bilinearly, u in the stencil's inscribed disc; Frobenius norms over the whole basis, the worst element.
        """
        points = offsets(self.size)
        disc = np.hypot(*points.T) <= (self.size - 1) / 2 + 1e-9
        norm = np.linalg.norm(self.flat[..., disc])
        return max((float(np.linalg.norm(self.flat @ bilinear(points[disc] @ plane.T, self.size)
                                         - conjugated(self.flat, rho_out, rho_in, g)[..., disc]) / norm)
                    for g, plane in enumerate(self.group.group.planes) if g not in self.group.group.lattice), default=None)


def all_rings(size):
    """R2Conv's options for a ring at every distance from the centre that a pixel of the stencil has."""
    distances = np.unique(np.round(np.hypot(*offsets(size).T), 12))
    distances[-1] = np.hypot(*offsets(size)[0])  # it compares with the largest distance exactly
    return {"rings": distances.tolist(), "sigma": [0.05] * len(distances), "frequencies_cutoff": lambda radius: 8 if radius > 0 else 0}


def bilinear(points, size):
    """The matrix [pixel, point] that interpolates a stencil's values at offsets (X, Y) within it."""
    places = points + (size - 1) / 2
    return np.array([np.prod(np.clip(1 - np.abs(places - pixel), 0, None), axis=1)
                     for pixel in offsets(size) + (size - 1) / 2])
