using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>The correlation of a filter whose free weights stand at pixels.</summary>
/// <remarks>
/// The pairs (input channel <c>i</c>, stencil point <c>u</c>) fall into orbits of the group. A row <c>r</c> is one orbit, with a first
/// pair <c>(i₀, u₀)</c>: each orientation is read at its own rotated tap. From <c>W[g·o, g·i, g u] = W[o, i, u]</c> follows for an output
/// field with first channel <c>o₀</c> that <c>out[g·o₀](p) = Σ_(i, u) W[o₀, i, u] in[g·i](p + g u)</c>, and
/// <c>φ[h] = W[o₀, h·i₀, h u₀] / |stabilizer of (i₀, u₀)|</c>.
/// </remarks>
internal static class PixelCorrelation
{
    /// <summary>The convolution of an index map, or its transpose; null where there is none.</summary>
    public static FieldCorrelation? Of(FilterIndexMap map, bool transposed)
    {
        (FieldType from, FieldType to) = transposed ? (map.OutputType, map.InputType) : (map.InputType, map.OutputType);
        if (FieldCorrelation.BlocksOf(from, to) is not { } blocks)
        {
            return null;
        }

        Stencil stencil = map.Stencil;
        (CorrelationInput[] inputs, double[] shares) = Orbits(from, stencil, transposed);
        return new FieldCorrelation(from, to, blocks)
        {
            Box = (stencil.Rows, stencil.Columns),
            Inputs = inputs,
            Functions = new PixelFunctions(Weights(map, inputs, transposed), shares),
        };
    }

    private static (CorrelationInput[] Inputs, double[] Shares) Orbits(FieldType from, Stencil stencil, bool transposed)
    {
        List<CorrelationInput> inputs = [];
        List<double> shares = [];
        foreach ((int field, int index, LatticePoint point) in FirstPairs(from, stencil))
        {
            PermutationRepresentation representation = (PermutationRepresentation)from.Fields[field];
            int fixing = 0;
            for (int a = 0; a < from.Group.Order; a++)
            {
                (int image, LatticePoint moved) = (representation.Act(a, index), from.Group.Matrix(a).Transform(point));
                fixing += image == index && moved == point ? 1 : 0;
                inputs.Add(CorrelationInput.At(from.Offset(field) + image, stencil, moved, transposed));
            }

            shares.Add(1.0 / fixing);
        }

        return ([.. inputs], [.. shares]);
    }

    /// <summary>For each row, element and output field the number of the weight.</summary>
    private static int[] Weights(FilterIndexMap map, CorrelationInput[] inputs, bool transposed)
    {
        FieldType to = transposed ? map.InputType : map.OutputType;
        (int rows, int columns) = (map.Stencil.Rows, map.Stencil.Columns);
        int[] weights = new int[inputs.Length * to.Fields.Count];
        int at = 0;
        foreach (CorrelationInput input in inputs)
        {
            for (int field = 0; field < to.Fields.Count; field++)
            {
                int channel = to.Offset(field), slot = (input.Row * columns) + input.Column;
                weights[at++] = (int)(transposed
                    ? map.Sources[(((input.Channel * to.Channels) + channel) * rows * columns) + ((rows * columns) - 1 - slot)]
                    : map.Sources[(((channel * map.InputType.Channels) + input.Channel) * rows * columns) + slot]);
            }
        }

        return weights;
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
}
