using System.Numerics;

namespace GCnn.Groups.Tests;

public sealed class DerivativeKernelLaws
{
    private static readonly PlaneGroup[] Groups =
    [
        PlaneGroup.P4m, PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(5), PlaneGroup.O2(3), PlaneGroup.P6m,
        PlaneGroup.SO2(2, new HexagonalLattice()),
    ];

    private static readonly (double X, double Y)[] Points = [(0, 0), (0.3, -1.1), (-1.7, 0.4), (2, 1)];

    [Fact]
    public void Every_element_turns_them_into_each_other_at_every_point_of_the_plane() =>
        Assert.All(Groups, g => Law.Holds(AreClosed(Basis(g), Basis(g).Action)));

    [Fact]
    public void Under_the_inverse_action_they_are_refused()
    {
        DerivativeBasis basis = Basis(PlaneGroup.Cyclic(8));
        Law.IsBrokenBy(AreClosed(basis, g => basis.Action(basis.Group.PointGroup.Inverse(g))));
    }

    [Fact]
    public void They_are_derivatives_of_each_other()
    {
        DerivativeBasis basis = Basis(PlaneGroup.O2(3));
        foreach (CircularHarmonic h in basis.Harmonics.Where(h => !h.IsSine && h.Frequency + (2 * h.Radial) < basis.MaximumOrder))
        {
            Law.Holds(AreMultiples(Differentiated(basis, h, 1), At(basis, h.Frequency + 1, h.Radial)));
        }

        // ∂x − i ∂y undoes the frequency and makes a Laplacian.
        CircularHarmonic gradient = basis.Harmonics.First(h => h.Frequency == 1);
        Law.Holds(AreMultiples(Differentiated(basis, gradient, -1), At(basis, 0, 1)));
        Law.IsBrokenBy(AreMultiples(Differentiated(basis, gradient, -1), At(basis, 0, 0)));
    }

    [Fact]
    public void There_are_as_many_as_partial_derivatives_and_their_samples_are_independent()
    {
        for (int order = 0; order <= 4; order++)
        {
            DerivativeBasis basis = new(PlaneGroup.P4m, Stencil.Square(7), order, 1);
            Assert.Equal((order + 1) * (order + 2) / 2, basis.Count);
            Assert.Equal(
                basis.Count,
                MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnMajor(49, basis.Count, basis.Values.ToArray()).Rank());
        }
    }

    [Fact]
    public void From_scalars_to_vectors_there_is_the_gradient_and_from_scalars_to_scalars_the_Laplacian()
    {
        DerivativeBasis basis = new(PlaneGroup.O2(2), Stencil.Square(5));
        Irrep[] irreps = [.. Irreps.Of(basis.Group.PointGroup)];
        Assert.Equal(1, KernelSpace.For(irreps[0], irreps.First(irrep => irrep.Frequency == 1), basis).Dimension);
        Assert.Equal(2, KernelSpace.For(irreps[0], irreps[0], basis).Dimension);
        Assert.Equal(1, KernelSpace.For(irreps[0], irreps.First(irrep => irrep.Frequency == 2), basis).Dimension);
    }

    [Fact]
    public void Equal_are_those_of_one_group_stencil_order_and_Gaussian()
    {
        Assert.Equal(Basis(PlaneGroup.P4m), Basis(PlaneGroup.P4m));
        Assert.Equal(Basis(PlaneGroup.P4m).GetHashCode(), Basis(PlaneGroup.P4m).GetHashCode());
        Assert.NotEqual(Basis(PlaneGroup.P4m), Basis(PlaneGroup.P4));
        Assert.NotEqual<FilterBasis>(Basis(PlaneGroup.P4m), new DerivativeBasis(PlaneGroup.P4m, Stencil.Square(5), 3, 1.5));
        Assert.NotEqual<FilterBasis>(Basis(PlaneGroup.P4m), new HarmonicBasis(PlaneGroup.P4m, Stencil.Square(5)));
        Assert.Contains("order 3", Basis(PlaneGroup.P4m).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        PlaneGroup g = PlaneGroup.P4m;
        Message.Says<ArgumentOutOfRangeException>(() => new DerivativeBasis(g, Stencil.Square(3), -1), "at least 0", "-1");
        Message.Says<ArgumentOutOfRangeException>(() => new DerivativeBasis(g, Stencil.Square(3), 1, 0), "is 0 pixels", "above 0");
        Message.Says<ArgumentException>(() => new DerivativeBasis(g, Stencil.Square(3), 3), "10 derivatives", "9 points", "lower order");
        Message.Says<ArgumentException>(() => new DerivativeBasis(g, Stencil.Rectangle(1, 3), 1), "not closed under p4m");
    }

    private static DerivativeBasis Basis(PlaneGroup g) =>
        new(g, g.Lattice is HexagonalLattice ? Stencil.Hexagon(2) : Stencil.Square(5), 3, 0.9);

    /// <summary><c>ψ_b(g⁻¹ x) = Σ_b' D(g)_{b'b} ψ_b'(x)</c>, by the motion itself.</summary>
    private static string? AreClosed(DerivativeBasis basis, Func<int, double[]> action)
    {
        foreach ((int g, (double x, double y)) in Enumerable.Range(0, basis.Group.Order).SelectMany(g => Points.Select(p => (g, p))))
        {
            // On screen y grows downwards: an anticlockwise turn by τ takes (x, −y) as a complex number times e^(iτ).
            RationalIsometry inverse = basis.Group.Motion(basis.Group.PointGroup.Inverse(g));
            Complex z = new(x, -y), turn = Complex.FromPolarCoordinates(1, 2 * Math.PI * inverse.Turn / inverse.Turns);
            Complex back = inverse.Reflects ? turn * Complex.Conjugate(z) : turn * z;
            double[] before = basis.Evaluate(back.Real, -back.Imaginary), here = basis.Evaluate(x, y), matrix = action(g);
            for (int b = 0; b < basis.Count; b++)
            {
                double combined = Enumerable.Range(0, basis.Count).Sum(other => matrix[(other * basis.Count) + b] * here[other]);
                if (Math.Abs(before[b] - combined) > 1e-12)
                {
                    return $"{basis.Group}, element {g}, filter {b}: {before[b]} is not {combined}";
                }
            }
        }

        return null;
    }

    /// <summary>The pair of a frequency and a power as a complex number at each point.</summary>
    private static Func<double, double, Complex> At(DerivativeBasis basis, int frequency, int power)
    {
        int b = basis.Harmonics.ToList().IndexOf(new CircularHarmonic(frequency, power, IsSine: false));
        return (x, y) => basis.Evaluate(x, y) is var values && frequency == 0 ? values[b] : new Complex(values[b], values[b + 1]);
    }

    /// <summary><c>∂x ± i ∂y</c> by central differences, <c>y</c> upwards.</summary>
    private static Func<double, double, Complex> Differentiated(DerivativeBasis basis, CircularHarmonic h, int sign)
    {
        const double Step = 1e-5;
        Func<double, double, Complex> f = At(basis, h.Frequency, h.Radial);
        return (x, y) => (f(x + Step, y) - f(x - Step, y) + (sign * Complex.ImaginaryOne * (f(x, y - Step) - f(x, y + Step)))) / (2 * Step);
    }

    private static string? AreMultiples(Func<double, double, Complex> f, Func<double, double, Complex> g)
    {
        Complex ratio = f(0.3, -1.1) / g(0.3, -1.1);
        double worst = Points.Max(p => Complex.Abs(f(p.X, p.Y) - (ratio * g(p.X, p.Y))));
        return worst < 1e-7 ? null : $"they differ by {worst}";
    }
}
