namespace GCnn.Testing;

/// <summary>Pooling over square or hexagonal windows of each channel, without padding.</summary>
/// <param name="Kind">What is taken of each window.</param>
/// <param name="Kernel">The window's side <c>k</c>; on hexagons that of its box, odd.</param>
/// <param name="Stride">The stride <c>s</c>.</param>
public sealed record PoolingStep(WindowPoolingKind Kind, int Kernel, int Stride) : NetStep
{
    /// <inheritdoc/>
    public override string? Fault(NetState state) => WindowSize.Fault(ToString(), state, Kernel, Stride, 0, 1)
        ?? (state.Type.IsPermutation || Kind == WindowPoolingKind.Average
            ? null
            : $"{this}: a maximum in each channel needs fields that permute their channels; '{state.Type}' arrives.");

    /// <inheritdoc/>
    public override NetState Next(NetState state)
    {
        (int rows, int columns) = WindowSize.Next(state, Kernel, Stride, 0, 1);
        return state with { Rows = rows, Columns = columns };
    }

    /// <summary>Kind, kernel and stride in words.</summary>
    public override string ToString() => $"{Kind} pooling, kernel {Kernel}, stride {Stride}";

    internal override IEnumerable<NetStep> Simpler()
    {
        if (Stride > 1)
        {
            yield return this with { Stride = 1 };
        }

        if (Kernel > 1)
        {
            yield return this with { Kernel = Kernel - 1 };
        }
    }
}
