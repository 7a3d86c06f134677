using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Keeps the expanded filter of evaluation mode. It is compared, not trusted: a copy of the free weights goes with it, and the
/// filter is made anew whenever the weights differ from that copy in value, type or device, however they were changed. The
/// comparison reads |H| times less than the expansion writes.
/// </summary>
internal sealed class ExpandedFilterCache : IDisposable
{
    private readonly Lock _gate = new();
    private Tensor? _weight;
    private Tensor? _filter;

    public void Dispose()
    {
        _weight?.Dispose();
        _filter?.Dispose();
        (_weight, _filter) = (null, null);
    }

    /// <summary>The filter for these weights, without history, as a tensor of its own.</summary>
    internal Tensor Get(Tensor weight, FilterExpansion expansion)
    {
        lock (_gate)
        {
            using var scope = NewDisposeScope();
            using IDisposable noGrad = no_grad();
            if (!IsCurrent(weight))
            {
                Dispose();
                _weight = weight.detach().clone().DetachFromDisposeScope();
                _filter = expansion.Expand(_weight).DetachFromDisposeScope();
            }

            return _filter!.alias().MoveToOuterDisposeScope();
        }
    }

    private bool IsCurrent(Tensor weight) => _weight is not null
        && _weight.dtype == weight.dtype
        && _weight.device.ToString() == weight.device.ToString()
        && _weight.equal(weight).ToBoolean();
}
