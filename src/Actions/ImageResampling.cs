using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Actions;

/// <summary>A <see cref="Groups.Resampling"/> of tensors: images of square pixels to hexagons of cells, or back.</summary>
/// <remarks>
/// <c>out[n, c, i] = Σ_k weights[i, k] in[n, c, sources[i, k]]</c> for the places <c>i</c> inside and 0 outside, summed in the images' own
/// precision. It is linear and differentiable, and an image comes out the same whatever else is in its batch. The object keeps indices
/// and weights for each element type and device it has met; it may be used from several threads.
/// </remarks>
public sealed class ImageResampling : IDisposable
{
    private readonly Dictionary<(ScalarType, string Device), Kept> _kept = [];
    private readonly Lock _gate = new();

    /// <summary>Resampling by a plan.</summary>
    /// <param name="plan">Which pixels each place combines, and their weights.</param>
    public ImageResampling(Resampling plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
    }

    /// <summary>The plan.</summary>
    public Resampling Plan { get; }

    /// <summary>Resamples every image. Differentiable; no gradient comes from outside.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x InputRows x InputColumns</c> to <c>N x C x OutputRows x OutputColumns</c>.</remarks>
    /// <param name="images">The images, of a floating-point type.</param>
    /// <exception cref="ArgumentException">The shape is not that of the plan's input, or the numbers are not real.</exception>
    public Tensor Apply(Tensor images)
    {
        RequireImages(images);
        using DisposeScope scope = NewDisposeScope();
        Kept taps = TapsFor(images);

        // Pixels come first, so that each tap copies whole rows; tap by tap, so that what is copied stays in the cache.
        Tensor pixels = images.flatten(2).permute(2, 0, 1).contiguous();
        Tensor inside = pixels.index_select(0, taps.Sources[0]) * taps.Weights[0];
        for (int k = 1; k < Resampling.Taps; k++)
        {
            inside = inside.addcmul(pixels.index_select(0, taps.Sources[k]), taps.Weights[k], 1);
        }

        Tensor places = zeros([Plan.OutputRows * Plan.OutputColumns, images.size(0), images.size(1)], images.dtype, images.device);
        return places.index_copy_(0, taps.Inside, inside)
            .permute(1, 2, 0)
            .reshape(images.size(0), images.size(1), Plan.OutputRows, Plan.OutputColumns)
            .contiguous()
            .MoveToOuterDisposeScope();
    }

    /// <summary>Releases the kept indices and weights.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (Kept taps in _kept.Values)
            {
                Array.ForEach([taps.Inside, .. taps.Sources, .. taps.Weights], tensor => tensor.Dispose());
            }

            _kept.Clear();
        }
    }

    /// <summary>The plan.</summary>
    public override string ToString() => $"{Plan}";

    private void RequireImages(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.ndim != 4 || images.size(2) != Plan.InputRows || images.size(3) != Plan.InputColumns)
        {
            throw new ArgumentException(
                $"This {Plan} needs images N x C x {Plan.InputRows} x {Plan.InputColumns}; it was given {FieldShape.Print(images)}." +
                (images.ndim == 3 ? " Is the batch axis missing? unsqueeze(0) adds it." : " Crop them, or make a plan for their size."),
                nameof(images));
        }

        if (!images.is_floating_point())
        {
            throw new ArgumentException(
                $"Resampling weighs pixels by real numbers; these images hold {images.dtype}. Convert first: images.to(float32) / 255.",
                nameof(images));
        }
    }

    private Kept TapsFor(Tensor images)
    {
        var key = (images.dtype, images.device.ToString());
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out Kept? taps))
            {
                taps = Make(images.dtype, images.device);
                _kept.Add(key, taps);
            }

            return taps;
        }
    }

    private Kept Make(ScalarType dtype, Device device)
    {
        bool[] isInside = Plan.IsInside.ToArray();
        long[] inside = [.. isInside.Index().Where(place => place.Item).Select(place => (long)place.Index)];
        Tensor Index(IEnumerable<long> places) => tensor([.. places], dtype: ScalarType.Int64, device: device).DetachFromDisposeScope();
        Tensor Weights(int k) => tensor(Array.ConvertAll(inside, i => Plan.Weights[Tap(i, k)]), [inside.Length, 1, 1], dtype, device)
            .DetachFromDisposeScope();
        return new Kept(
            Index(inside),
            [.. Enumerable.Range(0, Resampling.Taps).Select(k => Index(inside.Select(i => (long)Plan.Sources[Tap(i, k)])))],
            [.. Enumerable.Range(0, Resampling.Taps).Select(Weights)]);
    }

    private static int Tap(long place, int k) => ((int)place * Resampling.Taps) + k;

    /// <summary>The places inside, and for each tap the sources and the weights of these places.</summary>
    private sealed record Kept(Tensor Inside, Tensor[] Sources, Tensor[] Weights);
}
