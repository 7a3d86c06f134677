using GCnn.Groups;
using GCnn.Layers;
using TorchSharp;
using TorchSharp.Modules;

namespace GCnn.Onnx;

/// <summary>Modules that place, mask and weigh pixels.</summary>
internal static class Layouts
{
    /// <summary><c>Flatten</c> of everything but the batch, else <c>Reshape</c>.</summary>
    public static string Flatten(Flatten module, Translation at)
    {
        int axes = at.Input.Shape.Count;
        int first = Axis(module.start_dim, axes), last = Axis(module.end_dim, axes);
        if (first == 0 && axes > 1)
        {
            throw at.Refusal(module, "it would make the images of a batch one", "let it begin at axis 1 instead");
        }

        return (first, last) == (1, axes - 1)
            ? at.Add("Flatten", OnnxAttribute.Of("axis", 1L))
            : at.Add("Reshape", [at.Input.Name, at.Numbers(
                [.. Enumerable.Repeat(0L, first), -1, .. at.Input.Shape.Skip(last + 1)])]);
    }

    /// <summary><c>Pad</c>.</summary>
    public static string Pad(ZeroPad2d module, Translation at)
    {
        long[] sides = module.padding;
        return Pad(at, [sides[2], sides[0]], [sides[3], sides[1]], PaddingModes.Zeros);
    }

    /// <summary><c>Pad</c>, whose numbers are negative where it cuts.</summary>
    public static string Frame(PlainFrame module, Translation at)
    {
        (long rows, long columns) = module.AddedTo(at.Rows, at.Columns);
        return (rows, columns) == (0, 0) ? at.Input.Name : Pad(at, [rows, columns], [rows, columns], PaddingModes.Zeros);
    }

    /// <summary><c>Where</c> with a constant mask.</summary>
    public static string Hexagon(PlainHexagon module, Translation at)
    {
        HexagonalDomain hexagon = HexagonalDomain.FromRectangle(at.Rows), inner = new(hexagon.Radius - module.Margin);
        bool[] inside = new bool[at.Rows * at.Columns];
        foreach (LatticePoint cell in inner.Cells)
        {
            inside[hexagon.Slot(cell)] = true;
        }

        string mask = at.Mask(module.Margin == 0 ? "hexagon" : $"hexagon.less.{module.Margin}", inside);
        return at.Add("Where", [mask, at.Input.Name, at.Number(module.Outside)]);
    }

    /// <summary><c>Mul</c> by a constant.</summary>
    public static string Disc(PlainDisc module, Translation at) => at.Add(
        "Mul", [at.Input.Name, at.Weights("disc", [1, 1, at.Rows, at.Columns], module.WeightsOf(at.Rows, at.Columns))]);

    /// <summary>Pixels above and left, and below and right: <c>Pad</c>, or <c>Gather</c> where borders are circular.</summary>
    public static string Pad(Translation at, long[] before, long[] after, PaddingModes mode)
    {
        if (mode == PaddingModes.Circular)
        {
            string rows = at.Add("Gather", [at.Input.Name, Around(at, "rows", at.Rows, before[0], after[0])], OnnxAttribute.Of("axis", 2L));
            return at.Add("Gather", [rows, Around(at, "columns", at.Columns, before[1], after[1])], OnnxAttribute.Of("axis", 3L));
        }

        string sides = at.Numbers([0, 0, .. before, 0, 0, .. after]);
        return mode switch
        {
            PaddingModes.Reflect => at.Add("Pad", [at.Input.Name, sides], OnnxAttribute.Of("mode", "reflect")),
            PaddingModes.Replicate => at.Add("Pad", [at.Input.Name, sides], OnnxAttribute.Of("mode", "edge")),
            _ => at.Add("Pad", [at.Input.Name, sides, at.Number(0)], OnnxAttribute.Of("mode", "constant")),
        };
    }

    private static string Around(Translation at, string name, int side, long before, long after)
    {
        long length = side + before + after;
        return at.Indices(name, [length], Enumerable.Range(0, (int)length).Select(i => (i - before + side) % side));
    }

    private static int Axis(long given, int axes) => (int)(given < 0 ? given + axes : given);
}
