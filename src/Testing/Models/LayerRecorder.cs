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
                _open.Push(Kept(x));
                return x;
            });
            var after = site.Module.register_forward_hook((_, _, y) =>
            {
                _calls.Add(new LayerCall(site, _open.Pop(), Kept(y)));
                return y;
            });
            _removers.Add(before.remove);
            _removers.Add(after.remove);
        }
    }

    /// <summary>The calls of one forward pass, in the order in which they end. The copies belong to the scope.</summary>
    public IReadOnlyList<LayerCall> Record(Func<Tensor, Tensor> model, Tensor x, DisposeScope scope)
    {
        (_calls, _scope) = ([], scope);
        _open.Clear();
        model(x);
        return _calls;
    }

    public void Dispose()
    {
        foreach (Action remove in _removers)
        {
            remove();
        }

        _removers.Clear();
    }

    private Tensor Kept(Tensor tensor)
    {
        Tensor copy = tensor.detach().clone().DetachFromDisposeScope();
        _scope!.Attach(copy);
        return copy;
    }
}
