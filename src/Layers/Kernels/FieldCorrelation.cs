using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// An equivariant convolution between permutation fields as correlations over the group: <c>out_k[g](p) = Σ_r Σ_h φ_kr[h] X_r[g h](p)</c>.
/// </summary>
/// <remarks>
/// <para>
/// A row <c>r</c> is a function on the group at each pixel <c>p</c>. Where the filter is made of pixels (<see cref="PixelCorrelation"/>) it is
/// one tap, turned with the element: <c>X_r[a](p) = in[a·i₀](p + a u₀)</c>. Where it is made of other scalar filters
/// (<see cref="SteeredCorrelation"/>) it is the response to one of them: <c>X_r[a](p) = Σ_u ψ_b(a⁻¹ u) in[a·i₀](p + u)</c>. Rows that come
/// of the same reading, the filters of one field, are a source.
/// </para>
/// <para>
/// Both hold for every transitive field, so lifting, group and 1 x 1 convolutions are one. The transpose, the gradient to the input, is
/// of the same kind with both types exchanged and the stencil reversed.
/// </para>
/// </remarks>
internal sealed class FieldCorrelation
{
    /// <summary>Puts a correlation together.</summary>
    public FieldCorrelation(FieldType from, FieldType to, GroupBlocks blocks)
    {
        (Blocks, From, To) = (blocks, from, to);
        OutputChannels = ChannelsOf(to);
        PermutationRepresentation[] fields = [.. to.Fields.Distinct().Cast<PermutationRepresentation>()];
        Written = [.. blocks.Blocks.Where(block => fields.Any(field => blocks.Reaches(block, field)))];
    }

    /// <summary>The products that a correlation over the group falls into.</summary>
    public GroupBlocks Blocks { get; }

    /// <summary>The blocks that output fields have a share in; on all others they are zero, whatever is read.</summary>
    public IReadOnlyList<GroupBlock> Written { get; }

    /// <summary>The type of what is read.</summary>
    public FieldType From { get; }

    /// <summary>The type of what is written.</summary>
    public FieldType To { get; }

    /// <summary>The stencil's bounding box.</summary>
    public required (int Rows, int Columns) Box { get; init; }

    /// <summary>For each source, element and tap what is read there.</summary>
    public required CorrelationInput[] Inputs { get; init; }

    /// <summary>How the functions <c>φ</c> are made of the free weights.</summary>
    public required FieldFunctions Functions { get; init; }

    /// <summary>The filters that make the rows of what is read; null where each source is one row, read as it is.</summary>
    public SteeredFilters? Filters { get; init; }

    /// <summary>The taps of a source.</summary>
    public int Taps => Filters?.Taps ?? 1;

    /// <summary>The rows of a source.</summary>
    public int RowsPerSource => Filters?.Count ?? 1;

    /// <summary>The number of rows.</summary>
    public int Rows => Inputs.Length / (Blocks.Order * Taps) * RowsPerSource;

    /// <summary>The number of output fields.</summary>
    public int Fields => To.Fields.Count;

    /// <summary>For each output field and element the channel that it writes, or −1 where another element writes it.</summary>
    public int[] OutputChannels { get; }

    /// <summary>The convolution of a filter's expansion, or its transpose at stride 1; null where there is none of this kind.</summary>
    public static FieldCorrelation? Of(FilterExpansion expansion, bool transposed = false) => expansion switch
    {
        GatherExpansion { Map: { } map } => PixelCorrelation.Of(map, transposed),
        BasisExpansion { Kernels: { } kernels } => SteeredCorrelation.Of(kernels, transposed),
        _ => null,
    };

    /// <summary>The blocks of two types' group; null where a field is not transitive or the group has none.</summary>
    internal static GroupBlocks? BlocksOf(FieldType from, FieldType to) =>
        from.Fields.Concat(to.Fields).All(field => field is PermutationRepresentation { IsTransitive: true })
            ? GroupBlocks.Of(from.Group.PointGroup)
            : null;

    private static int[] ChannelsOf(FieldType to)
    {
        int order = to.Group.Order;
        int[] channels = new int[to.Fields.Count * order];
        for (int field = 0; field < to.Fields.Count; field++)
        {
            HashSet<int> written = [];
            for (int g = 0; g < order; g++)
            {
                int image = ((PermutationRepresentation)to.Fields[field]).Act(g, 0);
                channels[(field * order) + g] = written.Add(image) ? to.Offset(field) + image : -1;
            }
        }

        return channels;
    }
}
