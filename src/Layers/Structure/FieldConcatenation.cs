using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Joins tensors of several types into one of their direct sum, <c>(x_1, …, x_n)</c>: <c>cat</c> along the channels, for fields.
/// </summary>
/// <remarks>
/// For skip connections between layers that are far apart, as in a U-net. Within a net of modules see <see cref="Concatenation"/>.
/// </remarks>
public sealed class FieldConcatenation
{
    private readonly FieldType[] _types;

    /// <summary>The concatenation of fields of given types.</summary>
    /// <param name="types">At least one type; all of one plane group.</param>
    /// <exception cref="ArgumentException">There are none, or their plane groups differ.</exception>
    public FieldConcatenation(params FieldType[] types)
    {
        ArgumentNullException.ThrowIfNull(types);
        if (types.Length == 0)
        {
            throw new ArgumentException("FieldConcatenation needs at least one field type; none were given.", nameof(types));
        }

        _types = [.. types];
        Type = Branches.Sum(_types);
    }

    /// <summary>The direct sum of the types.</summary>
    public FieldType Type { get; }

    /// <summary>Joins the tensors. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C_i x H x W</c> to <c>N x ΣC_i x H x W</c>.</remarks>
    /// <param name="tensors">One tensor of each type, of equal sizes.</param>
    /// <exception cref="ArgumentException">Their number, channels or sizes do not fit.</exception>
    public Tensor Join(params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Length != _types.Length)
        {
            throw new ArgumentException(
                $"FieldConcatenation joins {_types.Length} tensors, one of each type; {tensors.Length} were given.", nameof(tensors));
        }

        for (int i = 0; i < tensors.Length; i++)
        {
            FieldShape.RequireField(tensors[i], _types[i], $"{nameof(FieldConcatenation)}, tensor {i}");
        }

        return Branches.Join(nameof(FieldConcatenation), tensors);
    }
}
