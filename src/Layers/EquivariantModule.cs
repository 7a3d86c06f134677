using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// A map <c>f</c> between tensors of two field types that commutes with the action of the output type's plane group:
/// <c>f(ρ_in(g) x) = ρ_out(g) f(x)</c> for every <c>g</c> of it, which is the input type's group as long as nothing restricts it.
/// </summary>
/// <remarks>
/// It is an ordinary TorchSharp module, so it composes with any other. Point elements act about the centre of the image, and
/// on sizes where a stride does not divide evenly (docs/exactness.md) a layer commutes with fewer of them. Over a hexagonal plane group a
/// tensor is <c>N x C x (2R + 1) x (2R + 1)</c> and zero outside the hexagon of radius <c>R</c>, before and after every module.
/// </remarks>
public abstract class EquivariantModule : nn.Module<Tensor, Tensor>, IFieldMap
{
    private readonly HexagonMask _hexagon = new();

    /// <summary>Names the module and fixes its types.</summary>
    /// <param name="name">The name that messages and summaries use.</param>
    /// <param name="inputType">The type of the tensors it takes.</param>
    /// <param name="outputType">The type of the tensors it gives.</param>
    /// <exception cref="ArgumentException">The types have different plane groups.</exception>
    protected EquivariantModule(string name, FieldType inputType, FieldType outputType)
        : this(name, OverOneGroup(name, inputType, outputType))
    {
    }

    /// <summary>
    /// Names a module that may change the plane group, as sampling on a sublattice does, or forgetting symmetries: it commutes with the
    /// elements of the output's group, which are elements of the input's.
    /// </summary>
    /// <param name="name">The name that messages and summaries use.</param>
    /// <param name="types">The type of the tensors it takes, and that of those it gives.</param>
    private protected EquivariantModule(string name, (FieldType Input, FieldType Output) types)
        : base(name) => (InputType, OutputType) = types;

    /// <summary>The type of the tensors this module takes.</summary>
    public FieldType InputType { get; }

    /// <summary>The type of the tensors this module gives.</summary>
    public FieldType OutputType { get; }

    /// <summary>
    /// The input type over the output type's plane group, with which the module commutes: <c>InputType.Restrict(OutputType.Group)</c>, or
    /// the input type itself where no <see cref="Restriction"/> lies between. It is the type to state when equivariance is measured.
    /// </summary>
    /// <exception cref="InvalidOperationException">The output's plane group is no subgroup of the input's.</exception>
    public FieldType RestrictedInputType => field ??= InputType.Group.Contains(OutputType.Group)
        ? InputType.Restrict(OutputType.Group)
        : throw new InvalidOperationException(
            $"{GetName()}: {OutputType.Group} of its output is no subgroup of {InputType.Group}, so its input type has no restriction.");

    /// <summary>Whether a hook listens to the module, so that it must be called by itself.</summary>
    internal bool IsWatched => pre_hooks.Count + post_hooks.Count + module_pre_hooks.Count + module_post_hooks.Count > 0;

    /// <summary>Whether the plane group's images are hexagons.</summary>
    private protected bool OnHexagons => InputType.Group.Lattice is HexagonalLattice;

    /// <summary>The hexagons' masks, of the radii met so far.</summary>
    private protected HexagonMask Hexagon => _hexagon;

    /// <summary>
    /// The image with zeros outside its hexagon, or on the square lattice the image itself: what a module gives whose computation may
    /// leave other numbers there, as adding a bias does. Differentiable.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="image">A tensor of the output type.</param>
    protected Tensor Masked(Tensor image) => OnHexagons ? _hexagon.Apply(image) : image;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hexagon.Dispose();
        }

        base.Dispose(disposing);
    }

    private static (FieldType Input, FieldType Output) OverOneGroup(string name, FieldType inputType, FieldType outputType)
    {
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(outputType);
        return inputType.Group.Equals(outputType.Group)
            ? (inputType, outputType)
            : throw new ArgumentException(
                $"{name}: the input type '{inputType}' and the output type '{outputType}' have different plane groups; " +
                "build both from the same one.",
                nameof(outputType));
    }

    /// <summary>Refuses a type with a field whose representation does not permute channels.</summary>
    /// <param name="name">The module that asks.</param>
    /// <param name="type">The type to check.</param>
    /// <returns>The type, so that the check can stand in a constructor's call to its base.</returns>
    /// <exception cref="ArgumentException">A field does not permute its channels; the message names it.</exception>
    protected static FieldType RequirePermutation(string name, FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Fields.Distinct().FirstOrDefault(field => !PermutedChannels.AreAll(field)) is not Representation other
            ? type
            : throw new ArgumentException(
                $"{name} treats each channel alike, which commutes only with representations that permute channels; '{other}' in '{type}' " +
                "does not. Use trivial, regular or quotient fields here.",
                nameof(type));
    }

    /// <summary>Refuses a number that is too small, such as a stride of 0.</summary>
    internal static void RequireAtLeast(int least, int given, string name, string parameter)
    {
        if (given < least)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{name}: the {parameter} is {given}; it must be at least {least}.");
        }
    }

    /// <summary>What a function makes of each block of input fields, one after the other along the channels. The caller owns the scope.</summary>
    private protected Tensor BlockByBlock(Func<FieldBlock, Tensor> function)
    {
        Tensor[] parts = [.. InputType.Blocks.Select(function)];
        return parts.Length == 1 ? parts[0] : cat(parts, 1);
    }

    /// <summary>Refuses a tensor that is not of the input type.</summary>
    /// <param name="x">The tensor, <c>N x C x H x W</c>.</param>
    /// <exception cref="ArgumentException">
    /// It has not four axes, not as many channels as the input type, or is no odd square over the hexagonal lattice.
    /// </exception>
    protected void RequireInput(Tensor x) => FieldShape.RequireField(x, InputType, GetName());
}
