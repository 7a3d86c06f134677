using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Listens to the layers of a model by forward hooks, which it takes away again when disposed.</summary>
internal sealed class LayerRecorder : IDisposable
{
    private readonly List<Action> _removers = [];
    private readonly Stack<Tensor> _open = [];
    private List<LayerCall> _calls = [];
    private DisposeScope? _scope;

    public LayerRecorder(IReadOnlyList<LayerSite> sites)
    {
        foreach (LayerSite site in sites)
        {
            var before = site.Module.register_forward_pre_hook((_, x) =>
            {
                if (_scope is not null)
                {
                    _open.Push(Kept(x, _scope));
                }

                return x;
            });
            var after = site.Module.register_forward_hook((_, _, y) =>
            {
                if (_scope is not null)
                {
                    _calls.Add(new LayerCall(site, _open.Pop(), Kept(y, _scope)));
                }

                return y;
            });
            _removers.Add(before.remove);
            _removers.Add(after.remove);
        }
    }

    /// <summary>
    /// The result of one forward pass, with the calls that it made, in the order in which they end. Their copies belong to the scope.
    /// </summary>
    public Tensor Record(Func<Tensor, Tensor> model, Tensor x, DisposeScope scope, out IReadOnlyList<LayerCall> calls)
    {
        calls = _calls = [];
        _scope = scope;
        _open.Clear();
        Tensor result = model(x);
        _scope = null;
        return result;
    }

    public void Dispose()
    {
        foreach (Action remove in _removers)
        {
            remove();
        }

        _removers.Clear();
    }

    private static Tensor Kept(Tensor tensor, DisposeScope scope)
    {
        Tensor copy = tensor.detach().clone().DetachFromDisposeScope();
        scope.Attach(copy);
        return copy;
    }
}
