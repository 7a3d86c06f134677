using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// An equivariant convolution between permutation fields as correlations over the group: <c>out_k[g](p) = Σ_r Σ_h φ_kr[h] X_r[g h](p)</c>.
/// </summary>
/// <remarks>
/// <para>
/// The pairs (input channel <c>i</c>, stencil point <c>u</c>) fall into orbits of the group. A row <c>r</c> is one orbit, with a first
/// pair <c>(i₀, u₀)</c>; its function on the group at a pixel <c>p</c> is <c>X_r[a](p) = in[a·i₀](p + a u₀)</c>: each orientation is read
/// at its own rotated tap. From <c>W[g·o, g·i, g u] = W[o, i, u]</c> follows for an output field with first channel <c>o₀</c> that
/// <c>out[g·o₀](p) = Σ_(i, u) W[o₀, i, u] in[g·i](p + g u)</c>, and <c>φ[h] = W[o₀, h·i₀, h u₀] / |stabilizer of (i₀, u₀)|</c>.
/// </para>
/// <para>
/// It holds for every transitive field, so lifting, group and 1 x 1 convolutions are one. Its transpose, the gradient to the input, is the
/// same with both types exchanged and the stencil reversed.
/// </para>
/// </remarks>
internal sealed class FieldCorrelation
{
    private FieldCorrelation(GroupBlocks blocks, FieldType from, FieldType to, (int Rows, int Columns) box)
    {
        (Blocks, From, To, Box) = (blocks, from, to, box);
        OutputChannels = ChannelsOf(to);
    }

    /// <summary>The products that a correlation over the group falls into.</summary>
    public GroupBlocks Blocks { get; }

    /// <summary>The type of what is read.</summary>
    public FieldType From { get; }

    /// <summary>The type of what is written.</summary>
    public FieldType To { get; }

    /// <summary>The stencil's bounding box.</summary>
    public (int Rows, int Columns) Box { get; }

    /// <summary>The number of rows, orbits of pairs.</summary>
    public int Rows => Inputs.Length / Blocks.Order;

    /// <summary>The number of output fields.</summary>
    public int Fields => To.Fields.Count;

    /// <summary>For each row and element what the row reads there.</summary>
    public CorrelationInput[] Inputs { get; private init; } = [];

    /// <summary>
    /// For each row, element and output field which free weight is there, or their number where none is; row-major in that order.
    /// </summary>
    public int[] Weights { get; private init; } = [];

    /// <summary>For each row one over the order of its stabilizer.</summary>
    public double[] Shares { get; private init; } = [];

    /// <summary>For each output field and element the channel that it writes, or −1 where another element writes it.</summary>
    public int[] OutputChannels { get; }

    /// <summary>The convolution of an index map; null where fields or group are such that there is none of this kind.</summary>
    public static FieldCorrelation? Of(FilterIndexMap map) => For(map, map.InputType, map.OutputType, transposed: false);

    /// <summary>The transpose of the convolution of an index map, for stride 1.</summary>
    public static FieldCorrelation? TransposeOf(FilterIndexMap map) => For(map, map.OutputType, map.InputType, transposed: true);

    private static FieldCorrelation? For(FilterIndexMap map, FieldType from, FieldType to, bool transposed)
    {
        PlaneGroup group = from.Group;
        if (!from.Fields.Concat(to.Fields).All(field => field is PermutationRepresentation { IsTransitive: true })
            || GroupBlocks.Of(group.PointGroup) is not { } blocks)
        {
            return null;
        }

        Stencil stencil = map.Stencil;
        (int rows, int columns, int order) = (stencil.Rows, stencil.Columns, group.Order);
        List<CorrelationInput> inputs = [];
        List<double> shares = [];
        int Slot(LatticePoint doubled) => transposed
            ? (rows * columns) - 1 - stencil.Slot(doubled)
            : stencil.Slot(doubled);
        foreach ((int field, int index, LatticePoint point) in FirstPairs(from, stencil))
        {
            PermutationRepresentation representation = (PermutationRepresentation)from.Fields[field];
            int fixing = 0;
            for (int a = 0; a < order; a++)
            {
                (int image, LatticePoint moved) = (representation.Act(a, index), group.Matrix(a).Transform(point));
                fixing += image == index && moved == point ? 1 : 0;
                (int row, int column) = Math.DivRem(Slot(moved), columns);
                inputs.Add(new CorrelationInput(from.Offset(field) + image, row, column));
            }

            shares.Add(1.0 / fixing);
        }

        int[] weights = new int[shares.Count * order * to.Fields.Count];
        int at = 0;
        foreach (CorrelationInput input in inputs)
        {
            for (int field = 0; field < to.Fields.Count; field++)
            {
                int channel = to.Offset(field), slot = (input.Row * columns) + input.Column;
                weights[at++] = (int)(transposed
                    ? map.Sources[(((input.Channel * to.Channels) + channel) * rows * columns) + ((rows * columns) - 1 - slot)]
                    : map.Sources[(((channel * from.Channels) + input.Channel) * rows * columns) + slot]);
            }
        }

        return new FieldCorrelation(blocks, from, to, (rows, columns)) { Inputs = [.. inputs], Weights = weights, Shares = [.. shares] };
    }

    /// <summary>A first pair of each orbit of pairs (channel of a field, point of the stencil).</summary>
    private static IEnumerable<(int Field, int Index, LatticePoint Point)> FirstPairs(FieldType from, Stencil stencil)
    {
        PlaneGroup group = from.Group;
        for (int field = 0; field < from.Fields.Count; field++)
        {
            PermutationRepresentation representation = (PermutationRepresentation)from.Fields[field];
            HashSet<(int, LatticePoint)> met = [];
            foreach (LatticePoint point in stencil.DoubledPoints)
            {
                for (int index = 0; index < representation.Dimension; index++)
                {
                    if (met.Contains((index, point)))
                    {
                        continue;
                    }

                    met.UnionWith(Enumerable.Range(0, group.Order).Select(a =>
                        (representation.Act(a, index), group.Matrix(a).Transform(point))));
                    yield return (field, index, point);
                }
            }
        }
    }

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
