using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Laws on images of either lattice, and with rounding where the numbers are not integers.</summary>
internal static class AnyLattice
{
    /// <summary>All 13 plane groups.</summary>
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Select(g => g.Name)];

    /// <summary>Groups beyond the lattice, of which the elements that keep it are measured.</summary>
    public static PlaneGroup[] Beyond =>
        [PlaneGroup.Cyclic(8), PlaneGroup.Dihedral(12), PlaneGroup.SO2(2), PlaneGroup.O2(2), PlaneGroup.O2(2, new HexagonalLattice())];

    /// <summary>Every irrep, once alone and once beside its neighbour; within the band where there is a limit.</summary>
    public static FieldType Irreps(PlaneGroup g) => FieldType.Of(g,
    [
        .. GCnn.Groups.Irreps.Of(g.PointGroup)
            .Where(irrep => irrep.Frequency <= (g.MaximumFrequency ?? irrep.Frequency))
            .SelectMany(irrep => new[] { irrep, irrep }),
    ]);

    /// <summary>Small integers, on a rectangle or on a hexagon of radius 3.</summary>
    public static Tensor Integers(FieldType type, int samples = 2, long seed = 1) => type.Group.Lattice is HexagonalLattice
        ? Hexagons.Input(type, 3, samples, seed)
        : Laws.Input(type, 4, 6, samples, seed);

    /// <summary>Normal numbers in float64, on a rectangle or on a hexagon of radius 3.</summary>
    public static Tensor Normal(FieldType type, int samples = 2, ulong seed = 1)
    {
        using Generator generator = new(seed);
        (int rows, int columns) = type.Group.Lattice is HexagonalLattice ? (7, 7) : (4, 6);
        Tensor x = randn(samples, type.Channels, rows, columns, dtype: ScalarType.Float64, generator: generator);
        return type.Group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x;
    }

    /// <summary>Equality for every element that keeps the lattice.</summary>
    public static void CommutesExactly(EquivariantModule layer) => EquivarianceAssert.Commutes(
        layer, layer.InputType, layer.OutputType, Integers(layer.InputType), Options(layer.InputType, EquivarianceOptions.Exact));

    /// <summary>The harness's tolerance, for every element that keeps the lattice, and so for the gradient to the input.</summary>
    public static void Commutes(EquivariantModule layer)
    {
        Tensor x = Normal(layer.InputType);
        EquivarianceOptions options = Options(layer.InputType, new EquivarianceOptions());
        layer.to(ScalarType.Float64);
        EquivarianceAssert.Commutes(layer, layer.InputType, layer.OutputType, x, options);
        EquivarianceAssert.GradientsCommute(layer.call, layer.InputType, layer.OutputType, x, options);
    }

    /// <summary>The same assertion refuses a function, for an error and not because it could not have told.</summary>
    public static void IsRefused(Func<Tensor, Tensor> f, FieldType input, FieldType output)
    {
        EquivarianceException refusal = Assert.Throws<EquivarianceException>(
            () => EquivarianceAssert.Commutes(f, input, output, Normal(input), new EquivarianceOptions()));
        Assert.Null(refusal.Report!.Vacuity);
    }

    /// <summary>A caller's scope receives the result alone; neither layout in memory nor a change of number type matters.</summary>
    public static void LeavesNothingBehind(EquivariantModule layer)
    {
        Tensor x = Normal(layer.InputType);
        foreach (bool withGradient in new[] { true, false })
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable mode = enable_grad(withGradient);
            Tensor y = layer.call(x);
            Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
            Tensor channelsLast = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
            Assert.True(y.allclose(layer.call(channelsLast), 1e-12, 1e-12));
            layer.to(ScalarType.Float32);
            Assert.True(y.to(ScalarType.Float32).allclose(layer.call(x.to(ScalarType.Float32)), 1e-4, 1e-5));
            layer.to(ScalarType.Float64);
        }

        layer.Dispose();
        layer.Dispose();
    }

    public static void AssertClose(Tensor expected, Tensor actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().ToDouble(), 0, tolerance);
    }

    // p1 has no element but the identity to measure.
    private static EquivarianceOptions Options(FieldType type, EquivarianceOptions options) =>
        options with { AllowVacuous = type.Group.LatticeGroup.Order == 1, Seed = 1 };
}
