using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Assertions that a function from tensor to tensor, anybody's, commutes with a group. For any test framework.</summary>
/// <remarks>
/// Each is a measurement of <see cref="EquivarianceReport"/> or <see cref="ModelReport"/> followed by its <c>ThrowIfBroken</c>.
/// Pass a module as <c>module.forward</c>, or use the overloads that take it.
/// </remarks>
public static class EquivarianceAssert
{
    /// <summary>Asserts <c>f(L_g x) = L'_g f(x)</c> for every point element.</summary>
    /// <remarks><b>Shapes:</b> <c>x</c> is <c>N x C x H x W</c> or <c>N x C</c>, and so is <c>f(x)</c>, independently.</remarks>
    /// <param name="f">The function.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="output">The field type of <c>f(x)</c>.</param>
    /// <param name="x">The input, without symmetry.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">A shape does not fit its type, or the types have different plane groups.</exception>
    public static void Commutes(
        Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x, EquivarianceOptions? options = null) =>
        EquivarianceReport.Measure(f, input, output, x, options).ThrowIfBroken();

    /// <summary>Asserts <c>f(L_g x) = L'_g f(x)</c> for a module and every point element.</summary>
    /// <remarks><b>Shapes:</b> <c>x</c> is <c>N x C x H x W</c> or <c>N x C</c>, and so is the module's output, independently.</remarks>
    /// <param name="module">The module, in the mode (training or evaluation) that is to be tested.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="output">The field type of the module's output.</param>
    /// <param name="x">The input, without symmetry.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">A shape does not fit its type, or the types have different plane groups.</exception>
    public static void Commutes(
        nn.Module<Tensor, Tensor> module, FieldType input, FieldType output, Tensor x, EquivarianceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Commutes(module.call, input, output, x, options);
    }

    /// <summary>
    /// Asserts that a model commutes, before training and after some steps of it; a failure names the first layer at fault.
    /// </summary>
    /// <remarks>The measurement is <see cref="ModelReport"/>; the model is afterwards as it was.</remarks>
    /// <param name="model">The model.</param>
    /// <param name="input">The type of its input, over the plane group that is asked for.</param>
    /// <param name="output">The type of its output; null if it is to be invariant, of any shape.</param>
    /// <param name="x">The input, without symmetry.</param>
    /// <param name="options">Types of foreign layers, steps, tolerance.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">A shape does not fit its type, or a type is given for a layer that is not there.</exception>
    public static void LayersCommute(
        nn.Module<Tensor, Tensor> model, FieldType input, FieldType? output, Tensor x, ModelReportOptions? options = null) =>
        ModelReport.For(model, input, output, x, options).ThrowIfBroken();

    /// <summary>Asserts <c>f(L_g x) = f(x)</c> for every point element. The output may have any shape.</summary>
    /// <param name="f">The function.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="x">The input, without symmetry.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">The shape of <c>x</c> does not fit its type.</exception>
    public static void IsInvariant(Func<Tensor, Tensor> f, FieldType input, Tensor x, EquivarianceOptions? options = null) =>
        EquivarianceReport.MeasureInvariance(f, input, x, options).ThrowIfBroken();

    /// <summary>Asserts <c>f(L_g x) = f(x)</c> for a module and every point element. The output may have any shape.</summary>
    /// <param name="module">The module, in the mode (training or evaluation) that is to be tested.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="x">The input, without symmetry.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">The shape of <c>x</c> does not fit its type.</exception>
    public static void IsInvariant(nn.Module<Tensor, Tensor> module, FieldType input, Tensor x, EquivarianceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        IsInvariant(module.call, input, x, options);
    }

    /// <summary>Asserts <c>∇(L_g x, L'_g w) = L_g ∇(x, w)</c> with <c>∇(x, w) = ∂⟨f(x), w⟩/∂x</c>, for every point element.</summary>
    /// <remarks>
    /// The law is derived at <see cref="EquivarianceReport.MeasureGradients"/>, which draws <c>w</c> from the options' seed.
    /// </remarks>
    /// <param name="f">A differentiable function.</param>
    /// <param name="input">The field type of <c>x</c>.</param>
    /// <param name="output">The field type of <c>f(x)</c>.</param>
    /// <param name="x">The input, of a floating-point type, without symmetry.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">A shape does not fit its type, the types' groups differ, or <c>x</c> holds integers.</exception>
    public static void GradientsCommute(
        Func<Tensor, Tensor> f, FieldType input, FieldType output, Tensor x, EquivarianceOptions? options = null) =>
        EquivarianceReport.MeasureGradients(f, input, output, x, options).ThrowIfBroken();

    /// <summary>Asserts <c>f(T_t x) = T_(t/s) f(x)</c> for all cyclic shifts by multiples of the stride: for circular padding.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The input <c>N x C x H x W</c>, without symmetry.</param>
    /// <param name="stride">The product of all strides in <c>f</c>.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">The input is no image, or the stride does not fit the output.</exception>
    public static void CommutesWithCyclicShifts(
        Func<Tensor, Tensor> f, Tensor x, int stride = 1, EquivarianceOptions? options = null) =>
        EquivarianceReport.MeasureCyclicShifts(f, x, stride, options).ThrowIfBroken();

    /// <summary>Asserts <c>f(T_t x) = T_(t/s) f(x)</c> away from the border, on windows of one scene: for any padding.</summary>
    /// <param name="f">The function.</param>
    /// <param name="scene">The large image <c>N x C x H x W</c>, without symmetry.</param>
    /// <param name="windows">The windows' size, the stride and the margin.</param>
    /// <param name="options">Tolerance, seed and permissions.</param>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    /// <exception cref="ArgumentException">The scene is too small, or the margins leave nothing to compare.</exception>
    public static void CommutesOnShiftedWindows(
        Func<Tensor, Tensor> f, Tensor scene, ShiftedWindows windows, EquivarianceOptions? options = null) =>
        EquivarianceReport.MeasureShiftedWindows(f, scene, windows, options).ThrowIfBroken();
}
