"""C_n and D_n as CONVENTIONS.md writes them, in numpy: a second route to what src/Groups computes.

Element k < n is r^k, element n + k is r^k s. Matrices act on pixel offsets (X, Y) with Y growing downwards, so that r turns
anticlockwise on screen and s mirrors left and right.
"""
import numpy as np


class PointGroup:
    """n rotations and, if reflections is true, as many reflections."""

    def __init__(self, rotations, reflections):
        self.name = f"{'D' if reflections else 'C'}{rotations}"
        self.rotations = rotations
        self.reflections = reflections
        self.order = rotations * (2 if reflections else 1)
        self.products = np.array([[self._multiply(g, h) for h in range(self.order)] for g in range(self.order)])
        self.planes = np.array([self._plane(g) for g in range(self.order)])
        self.lattice = [g for g in range(self.order) if np.array_equal(self.planes[g], np.round(self.planes[g]))]

    def _multiply(self, g, h):
        (mirror, turn), (other_mirror, other_turn) = divmod(g, self.rotations), divmod(h, self.rotations)
        return (mirror ^ other_mirror) * self.rotations + (turn + (-other_turn if mirror else other_turn)) % self.rotations

    def _plane(self, g):
        mirror, turn = divmod(g, self.rotations)
        angle = 2 * np.pi * turn / self.rotations
        r = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        whole = np.round(r)
        return (whole if np.allclose(r, whole, rtol=0, atol=1e-12) else r) @ np.diag([-1.0 if mirror else 1.0, 1.0])

    def regular(self):
        """The regular representation: rho(g) e_h = e_(g h)."""
        return np.array([np.eye(self.order)[:, self.products[g]] for g in range(self.order)])

    def pixel_map(self, g, size):
        """Where g takes each pixel of a size x size stencil, for g of the lattice's subgroup: pixel i goes to map[i]."""
        moved = np.round(offsets(size) @ self.planes[g].T * 2).astype(int)
        column, row = ((moved + size - 1) // 2).T
        return row * size + column

    def exact_dimension(self, rho_out, rho_in, size):
        """(1/|H|) sum_h chi_out(h) chi_in(h) fix(h): the filters that are exactly equivariant under the lattice's subgroup H."""
        fixed = {h: np.sum(self.pixel_map(h, size) == np.arange(size * size)) for h in self.lattice}
        return mean([np.trace(rho_out[h]) * np.trace(rho_in[h]) * fixed[h] for h in self.lattice])

    def sampled_dimension(self, rho_out, rho_in, size):
        """The filters that a kernel on the plane, equivariant under the whole group, can leave on an odd stencil.

        A turn that is no symmetry of the lattice takes pixels between pixels, so it constrains nothing but the centre.
        """
        centre = [np.trace(rho_out[g]) * np.trace(rho_in[g]) for g in range(self.order)]
        return self.exact_dimension(rho_out, rho_in, size) - mean([centre[h] for h in self.lattice]) + mean(centre)


def mean(characters):
    """The mean of a product of characters over a group: a dimension."""
    value = np.mean(characters)
    assert abs(value - round(value)) < 1e-9, f"a dimension came out as {value}, which is no integer"
    return round(float(value))


def offsets(size):
    """The pixels' offsets (X, Y) from the centre of a size x size stencil, row by row."""
    row, column = np.divmod(np.arange(size * size), size)
    return np.stack([column, row], axis=1) - (size - 1) / 2


def conjugated(filters, rho_out, rho_in, g):
    """rho_out(g) W(u) rho_in(g)^-1 of filters [basis, out, in, pixel]; the representations are orthogonal."""
    return np.einsum("ab,nbcu,dc->nadu", rho_out[g], filters, rho_in[g], optimize=True)


def residual(group, filters, rho_out, rho_in):
    """The largest |W(h u) - rho_out(h) W(u) rho_in(h)^-1| over the lattice's subgroup, relative to the largest entry of the same W."""
    size = filters.shape[-1]
    flat = filters.reshape(*filters.shape[:3], size * size)
    errors = [np.abs(flat[..., group.pixel_map(h, size)] - conjugated(flat, rho_out, rho_in, h)) for h in group.lattice]
    return worst(errors, flat)


def worst(errors, filters):
    """The largest of some errors [element][basis, out, in, pixel], relative to the largest entry of each filter."""
    return float((np.max([e.max(axis=(1, 2, 3)) for e in errors], axis=0) / np.abs(filters).max(axis=(1, 2, 3))).max())
