using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Finds out why a measurement could not have failed. Each check returns a sentence, or null.</summary>
internal static class Vacuity
{
    /// <summary>The first reason that output and function give, if any. Without an output type the output may be anything.</summary>
    public static string? Of(Func<Tensor, Tensor> f, Tensor x, FieldType? input, Tensor y, FieldType? output) =>
        OfOutput(Cells(y, output)) ?? OfFunction(f, x, input, y);

    /// <summary>A group beyond the lattice may have no element that acts on images.</summary>
    public static string? OfGroup(PlaneGroup group) => group.Order > 1 && group.LatticeGroup.Order == 1
        ? $"of {group} only the identity keeps the {group.Lattice}, and the law holds for the identity in any case."
        : null;

    /// <summary>An input that an element leaves unchanged cannot show what the function does with that element.</summary>
    public static string? OfInput(PlaneGroupElement element, Tensor x, Tensor moved) =>
        !element.Equals(element.Group.Identity) && x.shape.SequenceEqual(moved.shape) && (bool)x.equal(moved)
            ? $"the input is unchanged by {element}. Use an input without symmetry, such as random numbers."
            : null;

    private static string? OfOutput(Tensor output)
    {
        if (output.NumberOfElements == 0)
        {
            return "the output is empty.";
        }

        Tensor values = output.detach().to(ScalarType.Float64);
        if (!(bool)values.isfinite().all())
        {
            return "the output of f(x) holds NaN or infinity.";
        }

        double least = values.min().item<double>();
        return output.NumberOfElements > 1 && least.Equals(values.max().item<double>())
            ? $"every value of the output is {least}. Is a weight zero, or has a nonlinearity cut everything off?"
            : null;
    }

    /// <summary>A function that gives the same for the input, its negative and the input plus a ramp ignores its input.</summary>
    private static string? OfFunction(Func<Tensor, Tensor> f, Tensor x, FieldType? input, Tensor output)
    {
        Tensor ramp = (arange(x.NumberOfElements, device: x.device).remainder(7) + 1).reshape(x.shape).to(x.dtype);
        ramp = IsHexagonal(x, input) ? ramp.MaskToHexagon() : ramp;
        return Same(f(-x), output) && Same(f(x + ramp), output)
            ? "the output stays the same for other inputs: the function ignores its input."
            : null;
    }

    /// <summary>The values of an image; of a hexagonal one those inside, because outside every image is zero.</summary>
    private static Tensor Cells(Tensor y, FieldType? type) => IsHexagonal(y, type)
        ? y.masked_select(HexagonMask.Of(HexagonMask.RadiusOf(y), y.device))
        : y;

    private static bool IsHexagonal(Tensor x, FieldType? type) => type?.Group.Lattice is HexagonalLattice && x.ndim == 4;

    private static bool Same(Tensor a, Tensor b) => a.shape.SequenceEqual(b.shape) && (bool)a.equal(b);
}
