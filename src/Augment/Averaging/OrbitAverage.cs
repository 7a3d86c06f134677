using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// Any model, averaged over a group: <c>A(x) = |G|⁻¹ Σ_g ρ(g)⁻¹ f(L_g x)</c>, which is equivariant whatever <c>f</c> is, <c>A(L_h x) =
/// ρ(h) A(x)</c>, and invariant where <c>ρ</c> is trivial. It costs <c>|G|</c> evaluations of the model.
/// </summary>
/// <remarks>
/// <para>
/// Put <c>k = g h</c>: <c>A(L_h x) = |G|⁻¹ Σ_g ρ(g)⁻¹ f(L_(g h) x) = ρ(h) |G|⁻¹ Σ_k ρ(k)⁻¹ f(L_k x)</c>. The inputs of the model are the
/// same <c>|G|</c> images in another order, bit for bit, because the action only moves pixels.
/// </para>
/// <para>
/// <b>Exactness.</b> The terms of each number of the output are sorted before they are added up, one after the other, so the sum does
/// not know the order in which they came: the average is invariant, or equivariant where <see cref="OrbitAverageOptions.Output"/> permutes
/// its channels, to the last bit, if the model gives the same numbers for the same image at the same place of a batch of the same size, and
/// each pass takes one element (the default). With more elements in a pass, or an output that mixes channels by real matrices, it is so
/// up to rounding. Models that are random when they are called, as dropout in training makes them, are equivariant in the mean only.
/// </para>
/// <para>
/// In evaluation mode it is test-time augmentation over the whole group. A reflection of an image that is not square keeps its shape and a
/// quarter turn exchanges its sides: the model must then take both shapes. On hexagons the images are hexagons (CONVENTIONS.md).
/// </para>
/// </remarks>
public sealed class OrbitAverage : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> model;
    private readonly OrbitActions _actions;

    /// <summary>Averages a model over a plane group's point group. It owns the model.</summary>
    /// <param name="model">The model, from images <c>N x C x H x W</c> to a tensor whose first axis is <c>N</c>.</param>
    /// <param name="group">A plane group all of whose elements keep the lattice: one of the 13.</param>
    /// <param name="options">The types of input and output, and how much is done at once; by default the average is invariant.</param>
    /// <exception cref="ArgumentException">An element moves pixels off the lattice, or a type is of another group.</exception>
    public OrbitAverage(nn.Module<Tensor, Tensor> model, PlaneGroup group, OrbitAverageOptions? options = null)
        : base(nameof(OrbitAverage))
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(group);
        this.model = model;
        Group = group;
        Options = options ?? new OrbitAverageOptions();
        _actions = new OrbitActions(group, Options);
        RegisterComponents();
    }

    /// <summary>The plane group.</summary>
    public PlaneGroup Group { get; }

    /// <summary>The types of input and output, and how much is done at once.</summary>
    public OrbitAverageOptions Options { get; }

    /// <summary>How often the model is evaluated for one image, <c>|G|</c>.</summary>
    public int Evaluations => Group.Order;

    /// <summary>How often the model is called for one batch.</summary>
    public int Passes => ((Group.Order - 1) / Math.Min(Options.ElementsPerPass, Group.Order)) + 1;

    /// <summary>The average over the group, or in training mode, unless the options say otherwise, the model's own output.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to that of the model's output. Differentiable.</remarks>
    /// <param name="input">The images.</param>
    /// <exception cref="ArgumentException">
    /// The input is no image of its type, or the model's output does not fit its own: another shape, or one that depends on the element.
    /// </exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (training && !Options.WhileTraining)
        {
            return model.call(input);
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor[] terms = [.. Enumerable.Range(0, Group.Order).Chunk(Options.ElementsPerPass).SelectMany(elements => Pass(input, elements))];
        return OrbitSum.Mean(terms).MoveToOuterDisposeScope();
    }

    /// <summary>The model, the group, and what it costs.</summary>
    public override string ToString() =>
        $"OrbitAverage of {model.GetName()} over {Group}: {Evaluations} evaluations of the model for each image, in {Passes} " +
        $"{(Passes == 1 ? "pass" : "passes")}{(Options.WhileTraining ? string.Empty : " (in evaluation mode; 1 in training)")}; " +
        (Options.Output is null ? "invariant" : $"equivariant, {Options.Output}");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _actions.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The terms <c>ρ(g)⁻¹ f(L_g x)</c> of some elements, in one call of the model where their images have one shape.</summary>
    private IEnumerable<Tensor> Pass(Tensor input, int[] elements)
    {
        Tensor[] moved = Array.ConvertAll(elements, g => _actions.Move(input, g));
        if (elements.Length > 1 && !Array.TrueForAll(moved, image => image.shape.SequenceEqual(moved[0].shape)))
        {
            return elements.SelectMany(g => Pass(input, [g]));
        }

        Tensor output = model.call(moved.Length == 1 ? moved[0] : cat(moved));
        long count = input.shape[0];
        if (output.ndim == 0 || output.shape[0] != count * elements.Length)
        {
            throw new ArgumentException(
                $"An orbit average needs a model whose output has one row per image; {model.GetName()} made " +
                $"{FieldShape.Print(output)} of {count * elements.Length} images. Does it average over the batch?");
        }

        return elements.Zip(output.split(count), (g, part) => _actions.MoveBack(part, g));
    }
}
