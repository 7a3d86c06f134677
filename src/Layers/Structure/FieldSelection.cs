using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Picks fields, in any order and as often as asked: <c>y_i = x_(f_i)</c>.</summary>
/// <remarks><b>Shapes:</b> <c>N x C x H x W -> N x C' x H x W</c>, with the channels of the picked fields one after another.</remarks>
public sealed partial class FieldSelection : EquivariantModule, IGeometric
{
    private readonly DeviceIndex _channels;

    /// <summary>Builds the layer.</summary>
    /// <param name="type">The type of its input, of any representations.</param>
    /// <param name="fields">The numbers of the fields to pick, at least one.</param>
    /// <exception cref="ArgumentException">No field is picked.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no field of that number.</exception>
    public FieldSelection(FieldType type, params int[] fields)
        : base(nameof(FieldSelection), type, Picked(type, fields)) => _channels = new DeviceIndex(
            [.. fields.SelectMany(field => Enumerable.Range(type.Offset(field), type.Fields[field].Dimension)).Select(c => (long)c)]);

    /// <inheritdoc/>
    public LayerGeometry Geometry => new PointwiseGeometry { Preserves = Preserved.Numbers };

    /// <summary>Picks the fields.</summary>
    /// <param name="input">A tensor of the input type.</param>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        return input.index_select(1, _channels.On(input.device));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _channels.Dispose();
        }

        base.Dispose(disposing);
    }

    private static FieldType Picked(FieldType type, int[] fields)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(fields);
        int beyond = Array.FindIndex(fields, field => field < 0 || field >= type.Fields.Count);
        return beyond < 0
            ? FieldType.Of(type.Group, [.. fields.Select(field => type.Fields[field])])
            : throw new ArgumentOutOfRangeException(
                nameof(fields),
                $"FieldSelection: there is no field {fields[beyond]} in '{type}'; its {type.Fields.Count} fields are numbered from 0.");
    }
}
