using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

public sealed partial class EquivarianceReport
{
    /// <summary>
    /// Measures <c>f(L_g x) = L'_g f(x)</c> over every element of the point group that acts on images, which is every one that keeps the
    /// lattice, the identity included.
    /// </summary>
    /// <remarks>
    /// Images over a hexagonal plane group are hexagons, zero outside: <c>x</c> must be (<see cref="TensorActions.MaskToHexagon"/>), and an
    /// <c>f(x)</c> that is not breaks the law.
    /// <b>Shapes:</b> <c>x</c> is <c>N x C x H x W</c> or <c>N x C</c>, and so is <c>f(x)</c>, independently.
    /// </remarks>
    /// <param name="f">The function. It is called once per element and a few times more; no graph is recorded.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="output">The field type of <c>f(x)</c>.</param>
    /// <param name="x">The input, without symmetry; random numbers serve.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="ArgumentException">A shape does not fit its type, or the types have different plane groups.</exception>
    /// <exception cref="EquivarianceException">The shape of <c>f(L_g x)</c> is not that of <c>L'_g f(x)</c>.</exception>
    public static EquivarianceReport Measure(
        Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x, EquivarianceOptions? options = null)
    {
        RequireOneGroup(input, output);
        return Over(f, input, output, x, "f(L_g x) = L_g f(x)", options);
    }

    /// <summary>
    /// Measures <c>f(L_g x) = f(x)</c> over every element of the point group that keeps the lattice. The output may have any shape.
    /// </summary>
    /// <param name="f">The function. It is called once per element and a few times more; no graph is recorded.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="x">The input, without symmetry; random numbers serve.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="ArgumentException">The shape of <c>x</c> does not fit its type.</exception>
    /// <exception cref="EquivarianceException">The shapes of <c>f(L_g x)</c> and <c>f(x)</c> differ.</exception>
    public static EquivarianceReport MeasureInvariance(
        Func<Tensor, Tensor> f, FieldType input, Tensor x, EquivarianceOptions? options = null) =>
        Over(f, input, null, x, "f(L_g x) = f(x)", options);

    /// <summary>
    /// Measures with an output type equivariance, without one invariance; the passes that are compared, that of the input as it is (null)
    /// and of each element, can be watched.
    /// </summary>
    internal static EquivarianceReport MeasureWatched(
        Func<Tensor, Tensor> f, Func<int?, Tensor, Tensor> watched, FieldType input, FieldType? output, Tensor x,
        EquivarianceOptions options) => output is null
            ? Over(f, input, null, x, "f(L_g x) = f(x)", options, watched)
            : Over(f, input, output, x, "f(L_g x) = L_g f(x)", options, watched);

    /// <summary>With an output type the law of equivariance, without one that of invariance.</summary>
    private static EquivarianceReport Over(
        Func<Tensor, Tensor> f, FieldType input, FieldType? output, Tensor x, string law, EquivarianceOptions? options,
        Func<int?, Tensor, Tensor>? watched = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(x);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGraph = no_grad();
        RequireZeroOutside(x, input);
        watched ??= (_, image) => f(image);
        Tensor y = watched(null, x);
        string? vacuity = Testing.Vacuity.OfGroup(input.Group);
        var border = Border.Of(options, input.Group.Lattice);
        List<ElementError> errors = [];
        foreach (int h in ActingOnImages(input))
        {
            PlaneGroupElement element = input.Group.Element(LatticePoint.Origin, h);
            Tensor moved = Act(x, input, h, nameof(x));
            vacuity ??= Testing.Vacuity.OfInput(element, x, moved);
            Tensor actual = watched(h, moved);
            errors.Add(Comparison.Between(element, actual, output is null ? y : AsField(Act(y, output, h, "f(x)"), output), border));
        }

        vacuity ??= Testing.Vacuity.Of(f, x, input, y, output);
        return new EquivarianceReport(law, [.. errors], y, vacuity, options ?? new());
    }

    internal static int[] ActingOnImages(FieldType type) => type.Group.ElementsOf(type.Group.LatticeGroup);

    /// <summary>The action on a field or, for two axes, on feature vectors.</summary>
    internal static Tensor Act(Tensor x, FieldType type, int h, string name)
    {
        if (x.ndim == 2)
        {
            FieldShape.RequireVector(x, type, name);
            return x.TransformVector(type, h);
        }

        FieldShape.RequireField(x, type, name);
        return x.Transform(type, h);
    }

    /// <summary>The image with zeros outside its hexagon; what is no hexagonal image as it is.</summary>
    internal static Tensor AsField(Tensor image, FieldType type) =>
        type.Group.Lattice is HexagonalLattice && image.ndim == 4 ? image.MaskToHexagon() : image;

    private static void RequireZeroOutside(Tensor x, FieldType type)
    {
        if (type.Group.Lattice is not HexagonalLattice || x.ndim != 4)
        {
            return;
        }

        FieldShape.RequireField(x, type, nameof(x));
        if (!(bool)x.masked_select(HexagonMask.Of(HexagonMask.RadiusOf(x), x.device).logical_not()).eq(0).all())
        {
            throw new ArgumentException(
                $"x: fields over {type.Group} are hexagons; this image (shape {FieldShape.Print(x)}) is not zero outside its own. " +
                "MaskToHexagon makes it so.",
                nameof(x));
        }
    }

    internal static void RequireOneGroup(FieldType input, FieldType output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (!input.Group.Equals(output.Group))
        {
            throw new ArgumentException(
                $"Equivariance is under one plane group; the input is '{input}' and the output '{output}'. To test under a subgroup, " +
                "state both types over it.",
                nameof(output));
        }
    }
}
