using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

public sealed partial class EquivarianceReport
{
    /// <summary>Measures the law of gradients, <c>∇(L_g x, L'_g w) = L_g ∇(x, w)</c>, where <c>∇(x, w) = ∂⟨f(x), w⟩/∂x</c>.</summary>
    /// <remarks>
    /// Both actions are orthogonal, so an equivariant <c>f</c> has <c>⟨f(L_g x), L'_g w⟩ = ⟨L'_g f(x), L'_g w⟩ = ⟨f(x), w⟩</c>. The
    /// derivative of this equation by <c>x</c> is <c>L_gᵀ ∇(L_g x, L'_g w) = ∇(x, w)</c>, and <c>L_gᵀ = L_g⁻¹</c>. It catches a backward
    /// pass of its own that is not the adjoint of the forward pass in some orientation. The weights <c>w</c> are small integers drawn from
    /// the options' seed (0 if none). Fields on hexagons are zero outside, so their gradient is that with respect to the cells inside.
    /// <b>Shapes:</b> <c>x</c> is <c>N x C x H x W</c> or <c>N x C</c>, and so is <c>f(x)</c>, independently.
    /// </remarks>
    /// <param name="f">A differentiable function.</param>
    /// <param name="input">The field type of <c>x</c>, and so of the gradient.</param>
    /// <param name="output">The field type of <c>f(x)</c>, and so of <c>w</c>.</param>
    /// <param name="x">The input, of a floating-point type, without symmetry.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="ArgumentException">A shape does not fit its type, the types' groups differ, or <c>x</c> holds integers.</exception>
    public static EquivarianceReport MeasureGradients(
        Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x, EquivarianceOptions? options = null)
    {
        RequireOneGroup(input, output);
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        RequireFloatingPoint(x);
        using DisposeScope scope = NewDisposeScope();
        RequireZeroOutside(x, input);
        options = (options ?? new()) with { Seed = options?.Seed ?? 0 };
        long[] shape = f(x).shape;
        Tensor w = AsField(IntegerTensors.Random(options.Seed.Value, shape), output).to(x.dtype, x.device);
        Tensor Gradient(Tensor at, Tensor weights) => AsField(EquivarianceReport.Gradient(f, at, weights), input);
        Tensor gradient = Gradient(x, w);
        string? vacuity = Testing.Vacuity.OfGroup(input.Group);
        var border = Border.Of(options, input.Group.Lattice);
        List<ElementError> errors = [];
        foreach (int h in ActingOnImages(input))
        {
            PlaneGroupElement element = input.Group.Element(LatticePoint.Origin, h);
            Tensor moved = Act(x, input, h, nameof(x));
            vacuity ??= Testing.Vacuity.OfInput(element, x, moved);
            errors.Add(Comparison.Between(
                element, Gradient(moved, Act(w, output, h, "f(x)")), Act(gradient, input, h, "the gradient"), border));
        }

        return new EquivarianceReport(
            "grad(L_g x, L_g w) = L_g grad(x, w)", [.. errors], gradient, vacuity ?? VacuityOfGradient(gradient), options);
    }

    private static Tensor Gradient(Func<Tensor, Tensor> f, Tensor x, Tensor w)
    {
        using IDisposable graph = enable_grad();
        Tensor leaf = x.detach().clone().requires_grad_();
        Tensor pairing = (f(leaf) * w).sum();
        return pairing.requires_grad
            ? autograd.grad([pairing], [leaf])[0]
            : throw new EquivarianceException(
                "f(x) carries no graph back to x, so there is no gradient to test. Does f detach or use no_grad?");
    }

    private static string? VacuityOfGradient(Tensor gradient) => (bool)gradient.eq(0).all()
        ? "the gradient is zero everywhere. Has a nonlinearity cut everything off?"
        : null;

    internal static void RequireFloatingPoint(Tensor x)
    {
        if (!x.is_floating_point())
        {
            throw new ArgumentException(
                $"Gradients need a floating-point input; this one holds {x.dtype}. Small integers in float64 keep sums exact.", nameof(x));
        }
    }
}
