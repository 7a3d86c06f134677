using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>
/// How far a model, anybody's, is from commuting with its plane group: as a whole and layer by layer, each layer's own error and the error
/// so far, before training and after some steps of it. It names the first offender. Prints as a table.
/// </summary>
/// <remarks>
/// Layers are listened to by forward hooks, so a model must apply them by <c>call</c>, as TorchSharp asks. Those that say their types by
/// <see cref="IFieldMap"/> are measured, and those to which <see cref="ModelReportOptions.Types"/> gives them; others are listed. Where no
/// layer is measured, the model itself has a line. It is afterwards as it was: parameters, buffers, modes, hooks and the default generator.
/// </remarks>
public sealed class ModelReport
{
    private ModelReport(PlaneGroup group, ModelStage before, ModelStage? after, IReadOnlyList<SkippedLayer> skipped) =>
        (Group, Before, After, Skipped) = (group, before, after, skipped);

    /// <summary>The plane group that was asked for.</summary>
    public PlaneGroup Group { get; }

    /// <summary>The measurement of the model as it was given.</summary>
    public ModelStage Before { get; }

    /// <summary>The measurement after <see cref="ModelReportOptions.Steps"/> training steps; null if there were none.</summary>
    public ModelStage? After { get; }

    /// <summary>The layers that were not measured, and why.</summary>
    public IReadOnlyList<SkippedLayer> Skipped { get; }

    /// <summary>The measurements.</summary>
    public IReadOnlyList<ModelStage> Stages => After is null ? [Before] : [Before, After];

    /// <summary>Whether the whole commutes, before training and after.</summary>
    public bool IsEquivariant => Stages.All(stage => stage.Whole.IsEquivariant);

    /// <summary>The first layer with an error of its own that is not allowed, at the first stage at which the whole is broken.</summary>
    public LayerReport? FirstOffender => Stages.FirstOrDefault(stage => !stage.Whole.Holds)?.FirstOffender;

    /// <summary>Measures a model that says its types.</summary>
    /// <param name="model">The model; it is asked for its output type's plane group.</param>
    /// <param name="x">The input, without symmetry; random numbers serve.</param>
    /// <param name="options">Types of foreign layers, steps, tolerance.</param>
    /// <exception cref="ArgumentException">A shape does not fit its type, or a type is given for a layer that is not there.</exception>
    public static ModelReport For<TModel>(TModel model, Tensor x, ModelReportOptions? options = null)
        where TModel : nn.Module<Tensor, Tensor>, IFieldMap
    {
        ArgumentNullException.ThrowIfNull(model);
        return For(model, model.InputType.Restrict(model.OutputType.Group), model.OutputType, x, options);
    }

    /// <summary>Measures a model.</summary>
    /// <remarks>
    /// <b>Shapes:</b> <c>x</c> is <c>N x C x H x W</c> or <c>N x C</c>, and so is the output, independently, where it has a type.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="input">The type of its input, over the plane group that is asked for.</param>
    /// <param name="output">The type of its output; null if it is to be invariant, of any shape.</param>
    /// <param name="x">The input, without symmetry; random numbers serve.</param>
    /// <param name="options">Types of foreign layers, steps, tolerance.</param>
    /// <exception cref="ArgumentException">A shape does not fit its type, or a type is given for a layer that is not there.</exception>
    /// <exception cref="EquivarianceException">The output has another shape for a moved input, or other layers are called.</exception>
    public static ModelReport For(
        nn.Module<Tensor, Tensor> model, FieldType input, FieldType? output, Tensor x, ModelReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(x);
        options ??= new();
        Require(options, x);
        LayerSites layers = new(model, input, output, options);
        using DisposeScope scope = NewDisposeScope();
        using ModelState state = new(model);
        ModelMeasurement measurement = new(model, input, output, x, layers.Sites, state);
        model.train(options.InTraining);
        ModelStage before = measurement.Measure("before training", options.Measurement);
        if (options.Steps == 0)
        {
            return new ModelReport(input.Group, before, null, layers.Skipped);
        }

        GradientSteps.Run(model, input, x, options);
        model.train(options.InTraining);
        ModelStage after = measurement.Measure($"after {options.Steps} training steps", OnRealNumbers(options.Measurement, x));
        return new ModelReport(input.Group, before, after, layers.Skipped);
    }

    /// <summary>Does nothing for an equivariant model, and otherwise fails with the element, the first offender and the table.</summary>
    /// <exception cref="EquivarianceException">The law is broken, or the measurement could not have told.</exception>
    public void ThrowIfBroken()
    {
        if (Failed is ModelStage failed)
        {
            throw new EquivarianceException($"{ModelTable.Verdict(this)}{Environment.NewLine}{this}", failed.Whole);
        }
    }

    /// <summary>The verdict, and for each stage a table with one line per layer.</summary>
    public override string ToString() => ModelTable.Print(this);

    /// <summary>The first stage at which the law is broken, or else the first that could not tell; null where all is well.</summary>
    internal ModelStage? Failed => Stages.FirstOrDefault(stage => stage.Whole is { Vacuity: null, Holds: false })
        ?? Stages.FirstOrDefault(stage => !stage.Whole.IsEquivariant);

    private static void Require(ModelReportOptions options, Tensor x)
    {
        if (options.Steps < 0 || !(options.Rate > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                $"A model takes 0 or more training steps of a positive rate; {options.Steps} of rate {options.Rate} were asked for.");
        }

        if (options.Steps > 0 && !x.is_floating_point())
        {
            throw new ArgumentException(
                $"Training steps need a floating-point input; this one holds {x.dtype}. Give small integers in float64, or no steps.",
                nameof(x));
        }
    }

    private static EquivarianceOptions OnRealNumbers(EquivarianceOptions options, Tensor x) =>
        options with { Tolerance = new(Math.Max(options.Tolerance?.Relative ?? 0, Tolerance.For(x.dtype).Relative)) };
}
