using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using GCnn.Groups;
using TorchSharp;
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
        using DisposeScope scope = NewDisposeScope();
        Tensor input = images.detach().contiguous();
        Tensor result = empty([images.shape[0], images.shape[1], after.Rows, after.Columns], ScalarType.Float32);
        var before = ImageSize.Of(images);
        int[][] sources = Array.ConvertAll(elements, element => _sources.GetOrAdd((group, element, before), Sources));
        Threads.Split(elements.Length, (first, end) =>
        {
            ReadOnlySpan<float> from = MemoryMarshal.Cast<byte, float>(input.bytes);
            Span<float> to = MemoryMarshal.Cast<byte, float>(result.bytes);
            int channels = (int)input.shape[1], pixels = before.Rows * before.Columns;
            for (int plane = first * channels; plane < end * channels; plane++)
            {
                Move(from.Slice(plane * pixels, pixels), sources[plane / channels], to.Slice(plane * pixels, pixels));
            }
        });
        return result.MoveToOuterDisposeScope();
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
