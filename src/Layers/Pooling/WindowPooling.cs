using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Pooling over square or hexagonal windows.</summary>
/// <remarks>
/// What is linear and weighs every channel alike, as a mean does, serves every field: <c>ρ(g)</c> passes through it. A maximum of each
/// channel needs fields that permute their channels; <see cref="NormMaxPooling"/> has one for all others.
/// On the hexagonal lattice the window of kernel size <c>k</c> is the hexagon inside the <c>k x k</c> box: radius <c>(k − 1) / 2</c>, 7
/// cells for <c>k = 3</c>. Windows are centred, so the layer is exact at every size (docs/exactness.md).
/// </remarks>
public abstract partial class WindowPooling : EquivariantModule, IGeometric
{
    private protected WindowPooling(string name, FieldType type, int kernelSize, int stride, int padding)
        : base(name, type, type)
    {
        RequireAtLeast(1, kernelSize, name, nameof(kernelSize));
        RequireAtLeast(1, stride, name, nameof(stride));
        RequireAtLeast(0, padding, name, nameof(padding));
        if (2 * padding > kernelSize)
        {
            throw new ArgumentOutOfRangeException(
                nameof(padding),
                $"{name}: padding {padding} is more than half of the window's {kernelSize} pixels; some windows would be empty.");
        }

        if (OnHexagons && kernelSize % 2 == 0)
        {
            throw new ArgumentException(
                $"{name}: kernel size {kernelSize} is even; {type.Group} acts on hexagons, whose windows have a cell in their centre. " +
                "Use an odd size, such as 3 for 7 cells.",
                nameof(kernelSize));
        }

        (KernelSize, Stride, Padding) = (kernelSize, stride, padding);
    }

    /// <inheritdoc/>
    public LayerGeometry Geometry => new WindowGeometry(KernelSize, KernelSize, Stride, Padding)
    {
        Reading = this switch
        {
            MaxPooling => WindowReading.Maximum,
            AveragePooling => WindowReading.Mean,
            BinomialPooling => WindowReading.BinomialMean,
            GaussianPooling => WindowReading.SymmetricMean,
            NormMaxPooling => WindowReading.Longest,
            _ => WindowReading.Taps,
        },
    };

    /// <summary>The side of the window in pixels; on hexagons that of its box.</summary>
    public int KernelSize { get; }

    /// <summary>The step between windows in pixels.</summary>
    public int Stride { get; }

    /// <summary>Pixels added on each side.</summary>
    public int Padding { get; }

    /// <summary>Pools.</summary>
    /// <param name="input">A tensor of the type.</param>
    /// <exception cref="ArgumentException">The tensor is not of the type, or smaller than the window.</exception>
    public override Tensor forward(Tensor input)
    {
        RequireInput(input);
        if (OnHexagons)
        {
            using var scope = NewDisposeScope();
            HexagonFrame frame = HexagonFrame.For(GetName(), input, KernelSize / 2, KernelSize / 2, Stride, Padding);
            return Masked(PoolHexagons(input, frame)).MoveToOuterDisposeScope();
        }

        if (Math.Min(input.size(2), input.size(3)) + (2 * Padding) < KernelSize)
        {
            throw new ArgumentException(
                $"{GetName()}: an image of {input.size(2)} x {input.size(3)} pixels with padding {Padding} has no room for a window of " +
                $"{KernelSize} x {KernelSize}. Pool less before it, or use a smaller window.",
                nameof(input));
        }

        return Pool(input);
    }

    private protected abstract Tensor Pool(Tensor input);

    /// <summary>
    /// Pools over the hexagons inside the windows. What it leaves outside the output's hexagon is masked. The caller owns the scope.
    /// </summary>
    private protected abstract Tensor PoolHexagons(Tensor input, HexagonFrame frame);

    /// <summary>The sum of each window with the same <c>k x k</c> weights for every channel. The caller owns the scope.</summary>
    private protected Tensor Weigh(Tensor image, double[] weights, long[] padding)
    {
        long channels = image.size(1);
        Tensor filter = tensor(weights, [1, 1, KernelSize, KernelSize], image.dtype, image.device)
            .expand(channels, 1, KernelSize, KernelSize)
            .contiguous();
        return nn.functional.conv2d(image, filter, null, [Stride, Stride], padding, groups: channels);
    }
}
