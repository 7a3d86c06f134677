using GCnn.Actions;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Mean and covariance of the channels over all pixels of many images, gathered image by image.</summary>
/// <remarks>
/// Of two sets of <c>n</c> and <c>k</c> pixels with means <c>m</c> and <c>m'</c> the scatter about the common mean is
/// <c>S + S' + (n k / (n + k)) (m − m')(m − m')ᵀ</c>, so that a large common brightness cancels nothing.
/// </remarks>
internal sealed class ChannelStatistics
{
    private double _count;
    private Vector<double>? _mean;
    private Matrix<double>? _scatter;

    /// <summary>The mean of each channel.</summary>
    public Vector<double> Mean => _mean!;

    /// <summary>The covariance <c>S / n</c>.</summary>
    public Matrix<double> Covariance => _scatter! / _count;

    /// <summary>The statistics of some images, which are read one after the other.</summary>
    public static ChannelStatistics Of(IEnumerable<Tensor> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        ChannelStatistics statistics = new();
        foreach (Tensor image in images)
        {
            statistics.Add(image);
        }

        return statistics._mean is not null
            ? statistics
            : throw new ArgumentException("Statistics of channels need at least one image; none was given.", nameof(images));
    }

    /// <summary>Adds the pixels of an image or of a batch.</summary>
    private void Add(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using DisposeScope scope = NewDisposeScope();
        Tensor pixels = Pixels(images);
        int channels = (int)pixels.shape[0];
        double count = pixels.shape[1];
        Tensor mean = pixels.mean([1], keepdim: true), apart = pixels - mean;
        var m = Vector<double>.Build.DenseOfArray(mean.data<double>().ToArray());
        var s = Matrix<double>.Build.DenseOfRowMajor(channels, channels, apart.matmul(apart.t()).data<double>().ToArray());
        if (!m.Concat(s.Enumerate()).All(double.IsFinite))
        {
            throw new ArgumentException(
                $"Statistics of channels need finite pixels; an image of {FieldShape.Print(images)} has a NaN or an infinity.",
                nameof(images));
        }

        Merge(count, m, s);
    }

    private void Merge(double count, Vector<double> mean, Matrix<double> scatter)
    {
        if (_mean is null || _scatter is null)
        {
            (_count, _mean, _scatter) = (count, mean, scatter);
            return;
        }

        if (_mean.Count != mean.Count)
        {
            throw new ArgumentException(
                $"All images must have the same channels; one has {mean.Count} after others with {_mean.Count}. Convert them to one form.");
        }

        Vector<double> apart = mean - _mean;
        double total = _count + count;
        _scatter += scatter + (apart.OuterProduct(apart) * (_count * count / total));
        _mean += apart * (count / total);
        _count = total;
    }

    private static Tensor Pixels(Tensor images) => images.ndim switch
    {
        3 when images.NumberOfElements > 0 => images.to(ScalarType.Float64).cpu().flatten(1),
        4 when images.NumberOfElements > 0 => images.to(ScalarType.Float64).cpu().transpose(0, 1).flatten(1),
        _ => throw new ArgumentException(
            $"Statistics of channels are of images C x H x W or N x C x H x W with pixels; one was given as {FieldShape.Print(images)}.",
            nameof(images)),
    };
}
