using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>The comparison of two tensors that a law says are equal.</summary>
internal static class Comparison
{
    /// <summary>The largest and mean error, and where and between which values the largest is. A NaN counts as the largest.</summary>
    public static ElementError Between(PlaneGroupElement element, Tensor actual, Tensor expected, Border border)
    {
        RequireSameShape(element, actual, expected);
        if (actual.NumberOfElements == 0)
        {
            return new ElementError(element, 0, 0, "[]", 0, 0);
        }

        Tensor a = actual.detach().to(ScalarType.Float64).cpu().flatten();
        Tensor b = expected.detach().to(ScalarType.Float64).cpu().flatten();

        // Equal infinities differ by nothing, though ∞ − ∞ is NaN; equal NaNs are a fault that must be seen.
        Tensor errors = (a - b).abs().masked_fill(a.eq(b), 0);
        long worst = errors.argmax().item<long>();
        ElementError error = new(
            element, errors[worst].item<double>(), errors.mean().item<double>(), Unravel(worst, actual.shape),
            a[worst].item<double>(), b[worst].item<double>());
        return actual.ndim == 4 ? border.Split(error, errors.reshape(actual.shape).amax([0, 1])) : error;
    }

    private static string Unravel(long flat, long[] shape)
    {
        long[] index = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            (flat, index[axis]) = Math.DivRem(flat, shape[axis]);
        }

        return $"[{string.Join(", ", index)}]";
    }

    private static void RequireSameShape(PlaneGroupElement element, Tensor actual, Tensor expected)
    {
        if (!actual.shape.SequenceEqual(expected.shape))
        {
            throw new EquivarianceException(
                $"For {element} the shapes differ: f(L_g x) is {FieldShape.Print(actual)}, L_g f(x) is {FieldShape.Print(expected)}. " +
                "Does f treat rows and columns alike?");
        }
    }
}
