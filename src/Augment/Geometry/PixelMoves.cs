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
    private readonly ConcurrentDictionary<(PlaneGroup, int Element, ImageSize), int[]> _sources = [];

    /// <summary>Moves <c>N x C x H x W</c> to <c>N x C x H' x W'</c>, the size that all elements make of it.</summary>
    public Tensor Apply(Tensor images, PlaneGroup group, int[] elements, ImageSize after)
    {
        var before = ImageSize.Of(images);
        int[][] sources = Array.ConvertAll(elements, element => _sources.GetOrAdd((group, element, before), Sources));
        return PlainImages.Apply(images, after, (from, to, first, count) =>
        {
            int pixels = before.Rows * before.Columns, channels = from.Length / pixels / count;
            for (int plane = 0; plane < count * channels; plane++)
            {
                Move(from.Slice(plane * pixels, pixels), sources[first + (plane / channels)], to.Slice(plane * pixels, pixels));
            }
        });
    }

    private static void Move(ReadOnlySpan<float> from, ReadOnlySpan<int> sources, Span<float> to)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = from[sources[i]];
        }
    }

    private static int[] Sources((PlaneGroup Group, int Element, ImageSize Size) key) =>
        [.. GridAction.For(key.Group, key.Element, key.Size.Rows, key.Size.Columns).Map.Sources.ToArray().Select(i => checked((int)i))];
}
