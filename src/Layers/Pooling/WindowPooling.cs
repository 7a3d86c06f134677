using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Pooling over square windows, each channel by itself, and so the same for every channel.</summary>
public abstract class WindowPooling : EquivariantModule
{
    private protected WindowPooling(string name, FieldType type, int kernelSize, int stride, int padding)
        : base(name, RequirePermutation(name, type), type)
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

        (KernelSize, Stride, Padding) = (kernelSize, stride, padding);
    }

    /// <summary>The side of the window in pixels.</summary>
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
}
