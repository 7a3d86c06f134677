using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Hexagonal images of small integers, and the assertions on them, each used by laws and by broken twins.</summary>
internal static class Hexagons
{
    /// <summary>p3, p3m1, p31m, p6, p6m.</summary>
    public static TheoryData<string> PlaneGroups => [.. PlaneGroup.All.Where(g => g.Lattice is HexagonalLattice).Select(g => g.Name)];

    public static Tensor Input(FieldType type, int radius, int samples = 2, long seed = 1) =>
        IntegerTensors.Random(seed, samples, type.Channels, (2 * radius) + 1, (2 * radius) + 1).MaskToHexagon();

    /// <summary>An image of numbers of which no two inside are equal.</summary>
    public static Tensor Distinct(FieldType type, int radius, int samples = 2, int seed = 1) =>
        (IntegerModules.Distinct(seed, samples, type.Channels, (2 * radius) + 1, (2 * radius) + 1) + 1).MaskToHexagon();

    /// <summary>Equality of <c>f(L_g x)</c> and <c>L'_g f(x)</c> for every element, and zeros outside.</summary>
    public static void Commutes(EquivariantModule module, Tensor x) => Commutes(module.call, module.InputType, module.OutputType, x);

    public static void Commutes(Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();

        // One cell has every symmetry; what is left of a larger image after a layer may be one cell.
        Tensor y = f(x);
        bool oneCell = x.size(3) == 1 || (y.ndim == 4 && y.size(3) == 1);
        EquivarianceAssert.Commutes(f, input, output, x, EquivarianceOptions.Exact with { AllowVacuous = oneCell });
        Assert.True(y.ndim == 2 || Examples.Same(y, y.MaskToHexagon()), "The output is not zero outside its hexagon.");
    }

    /// <summary>The same assertion fails, and because of an element or of what lies outside.</summary>
    public static void IsRefused(Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x)
    {
        EquivarianceException refusal = Assert.Throws<EquivarianceException>(() => Commutes(f, input, output, x));
        Assert.Null(refusal.Report!.Vacuity);
    }
}
