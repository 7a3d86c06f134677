using System.Collections.Concurrent;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>
/// The index maps of elements, applied to float32 images on the CPU by a loop of our own: libtorch's gather wants an index of 8 bytes for
/// each number.
/// </summary>
internal sealed class PixelMoves
{
    private readonly ConcurrentDictionary<(PlaneGroup, int Element, ImageSize), Moves> _kept = [];

    /// <summary>Moves <c>N x C x H x W</c> to <c>N x C x H' x W'</c>, the size that all elements make of it.</summary>
    public Tensor Apply(Tensor images, PlaneGroup group, int[] elements, ImageSize after)
    {
        var before = ImageSize.Of(images);
        Moves[] moves = Array.ConvertAll(elements, element => _kept.GetOrAdd((group, element, before), Made));
        return PlainImages.Apply(images, after, (from, to, first, count) =>
        {
            int pixels = before.Rows * before.Columns, channels = from.Length / pixels / count;
            for (int plane = 0; plane < count * channels; plane++)
            {
                moves[first + (plane / channels)].Apply(from.Slice(plane * pixels, pixels), to.Slice(plane * pixels, pixels));
            }
        });
    }

    private static Moves Made((PlaneGroup Group, int Element, ImageSize Size) key)
    {
        var grid = GridAction.For(key.Group, key.Element, key.Size.Rows, key.Size.Columns);
        return new([.. grid.Map.Sources.ToArray().Select(source => checked((int)source))], grid.OutputColumns);
    }

    /// <summary>The index map of one plane, by rows.</summary>
    private sealed class Moves(int[] sources, int columns)
    {
        private readonly int _step = Step(sources, columns);

        public void Apply(ReadOnlySpan<float> from, Span<float> to)
        {
            if (_step is not (1 or -1))
            {
                Gather(from, to);
                return;
            }

            // Each row is a row of the input, or a row reversed.
            for (int i = 0; i < to.Length; i += columns)
            {
                Span<float> row = to.Slice(i, columns);
                from.Slice(Math.Min(sources[i], sources[i + columns - 1]), columns).CopyTo(row);
                if (_step < 0)
                {
                    row.Reverse();
                }
            }
        }

        private void Gather(ReadOnlySpan<float> from, Span<float> to)
        {
            ReadOnlySpan<int> map = sources;
            for (int i = 0; i < map.Length; i++)
            {
                to[i] = from[map[i]];
            }
        }

        /// <summary>How the source grows from column to column; 0 where it differs.</summary>
        private static int Step(int[] sources, int columns)
        {
            int step = columns > 1 ? sources[1] - sources[0] : 0;
            return Enumerable.Range(1, sources.Length - 1).All(i => i % columns == 0 || sources[i] - sources[i - 1] == step) ? step : 0;
        }
    }
}
