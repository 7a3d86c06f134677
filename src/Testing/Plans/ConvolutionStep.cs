using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>An equivariant convolution from whatever fields arrive, with a square or hexagonal kernel and zero padding.</summary>
/// <param name="Output">The field type that it makes.</param>
/// <param name="Kernel">The kernel's side <c>k</c>, even or odd; on hexagons that of its box, odd: the radius is <c>(k − 1) / 2</c>.</param>
/// <param name="Stride">The stride <c>s</c>.</param>
/// <param name="Padding">The padding <c>p</c> on each side.</param>
/// <param name="Dilation">The distance between taps, <c>d</c>.</param>
/// <param name="Bias">Whether a bias, constant on orbits of channels, is added.</param>
public sealed record ConvolutionStep(FieldType Output, int Kernel, int Stride = 1, int Padding = 0, int Dilation = 1, bool Bias = false)
    : NetStep
{
    /// <inheritdoc/>
    public override string? Fault(NetState state) => !state.Type.Group.Equals(Output.Group)
        ? $"{this}: a net has one plane group; '{state.Type}' arrives."
        : WindowSize.Fault(ToString(), state, Kernel, Stride, Padding, Dilation);

    /// <inheritdoc/>
    public override NetState Next(NetState state)
    {
        (int rows, int columns) = WindowSize.Next(state, Kernel, Stride, Padding, Dilation);
        return new(Output, rows, columns);
    }

    /// <summary>Kernel, stride, padding and dilation in words.</summary>
    public override string ToString() =>
        $"convolution to {Output}, kernel {Kernel}, stride {Stride}, padding {Padding}, dilation {Dilation}" +
        $"{(Bias ? ", bias" : string.Empty)}";

    internal override IEnumerable<NetStep> Simpler()
    {
        if (Output.Fields.Count > 1)
        {
            yield return this with { Output = FieldType.Of(Output.Group, Output.Fields[0]) };
        }

        if (Kernel > 1)
        {
            yield return this with { Kernel = 1, Padding = 0, Dilation = 1 };
            yield return this with { Kernel = Kernel - 1 };
        }

        if (Stride > 1)
        {
            yield return this with { Stride = 1 };
        }

        if (Padding > 0)
        {
            yield return this with { Padding = 0 };
        }

        if (Dilation > 1)
        {
            yield return this with { Dilation = 1 };
        }

        if (Bias)
        {
            yield return this with { Bias = false };
        }
    }

    internal override double Growth(NetState state, double w) => w * ((state.Type.Channels * WindowSize.Area(state, Kernel)) + (Bias ? 1 : 0));
}
