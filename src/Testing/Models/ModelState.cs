using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>
/// What measuring and training change of a model: parameters, buffers, each module's mode, and the state of the default generator. All of
/// it is as before when this is disposed.
/// </summary>
internal sealed class ModelState : IDisposable
{
    private readonly (Tensor Tensor, Tensor Saved)[] _tensors;
    private readonly (nn.Module Module, bool Training)[] _modes;
    private readonly Tensor _random;

    public ModelState(nn.Module model)
    {
        _tensors = [.. model.parameters().Concat(model.buffers())
            .Select(tensor => (tensor, tensor.detach().clone().DetachFromDisposeScope()))];

        // Parents come before their children, and setting a parent's mode sets that of its children.
        _modes = [.. model.named_modules().Select(m => m.module).Prepend(model).Select(module => (module, module.training))];
        _random = Generator.Default.get_state().DetachFromDisposeScope();
    }

    /// <summary>The function with the same random numbers at every call.</summary>
    public Func<Tensor, Tensor> Replayed(Func<Tensor, Tensor> f) => x =>
    {
        Generator.Default.set_state(_random);
        return f(x);
    };

    public void Dispose()
    {
        using IDisposable noGrad = no_grad();
        foreach ((Tensor tensor, Tensor saved) in _tensors)
        {
            tensor.copy_(saved);
            saved.Dispose();
        }

        foreach ((nn.Module module, bool training) in _modes)
        {
            module.train(training);
        }

        Generator.Default.set_state(_random);
        _random.Dispose();
    }
}
