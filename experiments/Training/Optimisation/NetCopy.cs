using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Training;

/// <summary>A second set of all numbers of a net, its parameters and buffers, by their names in it.</summary>
internal sealed class NetCopy : IDisposable
{
    private readonly nn.Module _net;
    private readonly Dictionary<string, Tensor> _copy = new(StringComparer.Ordinal);

    /// <summary>Copies a net's numbers as they are.</summary>
    public NetCopy(nn.Module net)
    {
        _net = net;
        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Tensor tensor) in net.state_dict())
        {
            _copy.Add(name, tensor.detach().clone().DetachFromDisposeScope());
        }
    }

    /// <summary>The numbers.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _copy;

    /// <summary>Moves all towards the net: <c>a ← d a + (1 − d) w</c>; whole numbers become the net's.</summary>
    public void Follow(double decay)
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach ((string name, Tensor tensor) in _net.state_dict())
        {
            if (tensor.is_floating_point())
            {
                _copy[name].mul_(decay).add_(tensor.detach(), 1 - decay);
            }
            else
            {
                _copy[name].copy_(tensor);
            }
        }
    }

    /// <summary>Takes the net's numbers.</summary>
    public void Take() => Copy(_net.state_dict(), _copy);

    /// <summary>Gives the net these numbers until what is returned is disposed; it then has its own again.</summary>
    public IDisposable Lend()
    {
        var own = new NetCopy(_net);
        Copy(_copy, _net.state_dict());
        return new Loan(own);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor tensor in _copy.Values)
        {
            tensor.Dispose();
        }
    }

    private static void Copy(Dictionary<string, Tensor> from, Dictionary<string, Tensor> to)
    {
        using IDisposable _ = no_grad();
        foreach ((string name, Tensor tensor) in from)
        {
            to[name].copy_(tensor);
        }
    }

    private sealed class Loan(NetCopy own) : IDisposable
    {
        public void Dispose()
        {
            Copy(own._copy, own._net.state_dict());
            own.Dispose();
        }
    }
}
