using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class VectorFieldNonlinearity : IExportable
{
    /// <summary>
    /// A <see cref="PlainProduct"/> of the rectified largest channel and its direction, both by way of <see cref="PlainWinners"/>.
    /// </summary>
    /// <inheritdoc/>
    public nn.Module<Tensor, Tensor> Export(ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int[][] fields = [.. FieldChannels.Of(InputType)];
        return new PlainProduct(
            PlainSequence.Of(
                new PlainProduct(nn.Identity(), Winners(context)),
                ChannelMap.Sums(context, InputType.Channels, fields.SelectMany(field => new[] { field, field })), nn.ReLU()),
            PlainSequence.Of(Winners(context), ChannelMap.Of(context, [.. InputType.Blocks.SelectMany(Rows)])));
    }

    /// <summary>Which channel of each field is the largest; fields of several lengths are compared apart.</summary>
    private nn.Module<Tensor, Tensor> Winners(ExportContext context)
    {
        PlainWinners[] winners = [.. InputType.Blocks.Select(block => new PlainWinners(block.Representation.Dimension))];
        return winners.Select(compared => compared.Count).Distinct().Count() == 1
            ? winners[0]
            : new PlainConcatenation([.. InputType.Blocks.Zip(winners, (block, compared) => PlainSequence.Of(
                ChannelMap.Select(context, InputType.Channels, Enumerable.Range(block.Offset, block.Channels)), compared))]);
    }

    /// <summary>Both coordinates of the directions of each field of a block.</summary>
    private IEnumerable<double[]> Rows(FieldBlock block)
    {
        double[] directions = Directions(block);
        for (int field = 0; field < block.Fields; field++)
        {
            for (int coordinate = 0; coordinate < 2; coordinate++)
            {
                double[] row = new double[InputType.Channels];
                for (int i = 0; i < block.Representation.Dimension; i++)
                {
                    row[block.Offset + (field * block.Representation.Dimension) + i] = directions[(2 * i) + coordinate];
                }

                yield return row;
            }
        }
    }
}
