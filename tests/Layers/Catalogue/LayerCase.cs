using GCnn.Actions;
using GCnn.Groups;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>One way to build a layer from a field type, and what it is to refuse.</summary>
/// <param name="Class">The class of the layer, or the name by which its messages go.</param>
/// <param name="How">What is special about this way; empty if nothing.</param>
/// <param name="Build">The constructor.</param>
/// <param name="Refusal">The words by which a type is to be refused, or null where the layer serves it.</param>
internal sealed record LayerCase(string Class, string How, Func<FieldType, EquivariantModule> Build, Func<FieldType, string?> Refusal)
{
    /// <summary>Whether images have even sides, on squares.</summary>
    public bool Even { get; init; }

    /// <summary>The name by which its messages go; that of the class unless said.</summary>
    public string Speaker { get; init; } = Class;

    /// <summary>Whether a group has this case at all; all have unless said.</summary>
    public Func<PlaneGroup, bool> Exists { get; init; } = _ => true;

    /// <summary>Whether the layer is in training.</summary>
    public bool Training { get; init; }

    public override string ToString() => How.Length == 0 ? Class : $"{Class}, {How}";

    /// <summary>What is wrong, or null: a type that is served commutes, every other is refused by the names of layer and reason.</summary>
    public string? Violation(FieldType type)
    {
        string? refusal = Refusal(type);
        EquivariantModule layer;
        try
        {
            layer = Build(type);
        }
        catch (ArgumentException e)
        {
            return refusal is null ? $"{this} refuses '{type}': {e.Message}"
                : e.Message.Contains(Speaker, StringComparison.Ordinal) && e.Message.Contains(refusal, StringComparison.Ordinal) ? null
                : $"{this} refuses '{type}' without naming itself and {refusal}: {e.Message}";
        }

        using (layer)
        {
            return refusal is null ? Measured(layer) : $"{this} takes '{type}', in spite of {refusal}";
        }
    }

    /// <summary>Generators suffice: what commutes with them commutes with their products.</summary>
    private string? Measured(EquivariantModule layer)
    {
        using DisposeScope scope = NewDisposeScope();
        layer.train(Training);
        Fill(layer);
        Tensor x = Image(layer.InputType), y = layer.call(x);
        FieldType input = layer is SublatticePooling ? layer.InputType : layer.RestrictedInputType;
        foreach ((int before, int after) in Generators(layer))
        {
            Tensor moved = layer.call(Moved(x, input, before)), expected = Moved(y, layer.OutputType, after);
            double scale = y.abs().max().item<double>();
            double error = moved.shape.SequenceEqual(expected.shape) ? (moved - expected).abs().max().item<double>() : double.NaN;
            if (scale == 0 || !Tolerance.For(ScalarType.Float64).Allows(error, scale))
            {
                return $"{this} does not commute with element {after} on '{layer.InputType}': error {error}, scale {scale}";
            }
        }

        return layer.OutputType.Group.Lattice is HexagonalLattice && y.ndim == 4 && !Examples.Same(y, y.MaskToHexagon())
            ? $"{this} leaves numbers outside the hexagon on '{layer.InputType}'"
            : null;
    }

    /// <summary>
    /// The generators of the elements that keep the lattice, as elements of the group before and after the layer: where it is that of
    /// another lattice, element <c>k</c> is the element <c>Kept[k]</c>.
    /// </summary>
    private static IEnumerable<(int Before, int After)> Generators(EquivariantModule layer)
    {
        PlaneGroup after = layer.OutputType.Group, exact = after.LatticeGroup;
        int[] elements = after.ElementsOf(exact);
        return Subgroup.Whole(exact.PointGroup).Generators.Select(k => layer is SublatticePooling pooling
            ? (pooling.Sublattice.Kept(layer.InputType.Group).Members[k], k)
            : (elements[k], elements[k]));
    }

    private static Tensor Moved(Tensor x, FieldType type, int element) =>
        x.ndim == 2 ? x.TransformVector(type, element) : x.Transform(type, element);

    /// <summary>Normal numbers, on a hexagon of radius 3 or a rectangle.</summary>
    private Tensor Image(FieldType type)
    {
        using Generator generator = new(7);
        bool hexagons = type.Group.Lattice is HexagonalLattice;
        (int rows, int columns) = hexagons ? (7, 7) : Even ? (4, 6) : (5, 7);
        long[] shape = Class == nameof(EquivariantLinear) ? [1, type.Channels] : [1, type.Channels, rows, columns];
        Tensor x = randn(shape, ScalarType.Float64, generator: generator);
        return hexagons && shape.Length == 4 ? x.MaskToHexagon() : x;
    }

    /// <summary>No parameter and no statistic stays what it is at first: a bias of zero commutes with everything.</summary>
    private static void Fill(EquivariantModule layer)
    {
        using Generator generator = new(11);
        using IDisposable noGrad = no_grad();
        layer.to(ScalarType.Float64);
        foreach ((_, Tensor value) in layer.state_dict())
        {
            value.add_(rand(value.shape, ScalarType.Float64, generator: generator));
        }
    }
}
