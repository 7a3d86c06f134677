using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The warp by gathers of libtorch: for every floating-point type and device, differentiable. It defines the fast one.</summary>
/// <remarks>
/// <c>out(i) = Σ_k Σ_l w_k(y) w_l(x) in(⌊y⌋ + k, ⌊x⌋ + l)</c> at the place <c>(x, y)</c> that output pixel <c>i</c> reads, with the taps
/// <c>k, l</c> and the weights of the interpolation. <c>grid_sample</c> counts from −1 to 1 across the image, and so misses the pixels
/// themselves by a rounding.
/// </remarks>
internal static class TensorWarp
{
    public static Tensor Apply(Tensor images, Affine[] sources, ImageSize after, Interpolation interpolation, WarpPadding padding)
    {
        using DisposeScope scope = NewDisposeScope();
        bool isShort = images.dtype is ScalarType.Float16 or ScalarType.BFloat16;
        Tensor input = isShort ? images.to(ScalarType.Float32) : images;
        ImageSize before = ImageSize.Of(images);
        Tensor right = Places(sources, after, source => (source.A, source.B, source.E), images.device);
        Tensor down = Places(sources, after, source => (source.C, source.D, source.F), images.device);
        Axis x = new(right, before.Columns, interpolation, padding), y = new(down, before.Rows, interpolation, padding);
        Tensor pixels = input.flatten(2);
        Tensor result = zeros([images.shape[0], images.shape[1], (long)after.Rows * after.Columns], input.dtype, images.device);
        foreach (Tap row in y.Taps)
        {
            foreach (Tap column in x.Taps)
            {
                Tensor index = ((row.Index * before.Columns) + column.Index).flatten(1).unsqueeze(1).expand(-1, images.shape[1], -1);
                result = result + (pixels.gather(2, index) * (row.Weight * column.Weight).flatten(1).unsqueeze(1).to(input.dtype));
            }
        }

        return result.reshape(images.shape[0], images.shape[1], after.Rows, after.Columns).to(images.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>One coordinate of the places that the output's pixels read, <c>N x H' x W'</c> in double precision.</summary>
    private static Tensor Places(Affine[] sources, ImageSize after, Func<Affine, (double, double, double)> coordinate, Device device)
    {
        var numbers = Array.ConvertAll(sources, source => coordinate(source));
        Tensor columns = arange(after.Columns, dtype: ScalarType.Float64, device: device).reshape(1, 1, -1);
        Tensor rows = arange(after.Rows, dtype: ScalarType.Float64, device: device).reshape(1, -1, 1);
        return (Each(n => n.Item1) * columns) + ((Each(n => n.Item2) * rows) + Each(n => n.Item3));

        Tensor Each(Func<(double, double, double), double> number) =>
            tensor(Array.ConvertAll(numbers, n => number(n)), [numbers.Length, 1, 1], dtype: ScalarType.Float64, device: device);
    }

    /// <summary>Which pixels of one axis each place combines: numbers <c>N x H' x W'</c> and their weights.</summary>
    private readonly record struct Tap(Tensor Index, Tensor Weight);

    /// <summary>The taps of one axis.</summary>
    private sealed class Axis
    {
        private readonly int _length;
        private readonly WarpPadding _padding;

        public Axis(Tensor places, int length, Interpolation interpolation, WarpPadding padding)
        {
            (_length, _padding) = (length, padding);
            Tensor start = interpolation == Interpolation.Nearest ? places.round() : places.floor();
            Tensor t = places - start;
            Tensor[] weights = interpolation switch
            {
                Interpolation.Nearest => [t.zeros_like() + 1],
                Interpolation.Bilinear => [1 - t, t],
                _ => Keys(t),
            };
            int first = interpolation == Interpolation.Bicubic ? -1 : 0;
            Taps = [.. weights.Select((weight, k) => At(start + (first + k), weight))];
        }

        public Tap[] Taps { get; }

        /// <summary>The weights of the pixels at −1, 0, 1 and 2 [Keys1981], equation 8.</summary>
        private static Tensor[] Keys(Tensor t) =>
        [
            ((((-0.5 * t) + 1) * t) - 0.5) * t,
            (((1.5 * t) - 2.5) * t * t) + 1,
            ((((-1.5 * t) + 2) * t) + 0.5) * t,
            ((0.5 * t) - 0.5) * t * t,
        ];

        /// <summary>The pixel that the padding puts at a place, and the weight it has there.</summary>
        private Tap At(Tensor place, Tensor weight)
        {
            Tensor index = _padding switch
            {
                WarpPadding.Reflection when place.remainder(2.0 * _length) is var round => round.minimum((2.0 * _length) - 1 - round),
                _ => place.clamp(0, _length - 1),
            };
            return new(
                index.to(ScalarType.Int64),
                _padding == WarpPadding.Zeros ? weight * place.eq(index).to(ScalarType.Float64) : weight);
        }
    }
}
