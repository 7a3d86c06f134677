using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Circular images under the whole plane group, and the assertions on them, each used by laws and by broken twins.</summary>
internal static class Torus
{
    /// <summary>Every point element, with shifts that meet every phase of a stride of 2 or 3.</summary>
    public static IEnumerable<PlaneGroupElement> Elements(PlaneGroup g) =>
        from h in Enumerable.Range(0, g.Order)
        from t in new LatticePoint[] { new(0, 0), new(1, 0), new(0, 1), new(2, 1), new(3, 2) }
        select g.Element(t, h);

    /// <summary><c>f(L_g x) = T_u L'_g f(x)</c> for every element, with some shift <c>u</c> of the coarse torus.</summary>
    public static bool CommutesUpToAShift(Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x)
    {
        Tensor y = f(x);
        return Elements(input.Group).All(g => IsAShiftOf(
            f(x.Transform(input, g)), y.Transform(output, output.Group.Element(LatticePoint.Origin, g.Point))));
    }

    /// <summary><c>f(L_g x) = L'_g f(x)</c> for every element, shifts included.</summary>
    public static bool Commutes(Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x)
    {
        Tensor y = f(x);
        return Elements(input.Group).All(g => Examples.Same(
            f(x.Transform(input, g)), y.Transform(output, output.Group.Element(g.Translation, g.Point))));
    }

    /// <summary><c>f(L_g x) = f(x)</c> for every element, shifts included.</summary>
    public static bool IsInvariant(Func<Tensor, Tensor> f, FieldType input, Tensor x)
    {
        Tensor y = f(x);
        return Elements(input.Group).All(g => Examples.Same(f(x.Transform(input, g)), y));
    }

    private static bool IsAShiftOf(Tensor a, Tensor b) => a.shape.SequenceEqual(b.shape) && Enumerable.Range(0, (int)a.size(0)).All(n =>
        (from dy in Enumerable.Range(0, (int)b.size(2))
         from dx in Enumerable.Range(0, (int)b.size(3))
         select b[n].roll([dy, dx], [1, 2])).Any(shifted => Examples.Same(a[n], shifted)));
}
