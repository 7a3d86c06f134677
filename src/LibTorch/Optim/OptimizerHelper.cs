using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Groups, states and the walk over them: what all optimisers here share.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<nint, OptimizerState> states = [];

    private protected OptimizerHelper()
    {
    }

    public override void zero_grad()
    {
        foreach (var parameter in parameters())
        {
            using var grad = parameter.grad;
            grad?.zero_();
        }
    }

    public void to(Device device)
    {
        foreach (var state in states.Values) state.to(device);
    }

    /// <summary>The state of one parameter, made by <paramref name="create"/> when its group is added.</summary>
    private protected void Add(ParamGroup group, OptimizerOptions options, Func<Parameter, OptimizerState> create)
    {
        options.InitialLearningRate = options.LearningRate!.Value;
        group.Options = options;

        // A lazy sequence would be walked anew at each step and could give other parameters.
        group.Parameters = [.. group.Parameters];
        foreach (var parameter in group.Parameters)
        {
            if (!parameter.is_leaf)
            {
                throw new ArgumentException($"Only leaves of the graph can be optimised; {parameter} is none.", nameof(group));
            }

            var state = create(parameter);
            if (!states.TryAdd(parameter.Handle, state))
            {
                throw new ArgumentException($"A parameter stands in the optimiser twice ({parameter}).", nameof(group));
            }

            state.Initialize(options);
        }

        _parameter_groups.Add(group);
    }

    /// <summary>
    /// Evaluates the closure with gradients, then updates every parameter that has one, without: each in a scope of its own, so that no
    /// more
    /// than one parameter's temporaries live at a time.
    /// </summary>
    private protected Tensor? Step<TGroup, TState>(Func<Tensor>? closure, Action<TGroup, Parameter, Tensor, TState> update)
        where TGroup : ParamGroup
        where TState : OptimizerState
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using (enable_grad()) loss = closure();
        }

        using var noGrad = no_grad();
        foreach (var group in _parameter_groups)
        {
            foreach (var parameter in group.Parameters)
            {
                using var scope = NewDisposeScope();
                if (parameter.grad is { } grad) update((TGroup)group, parameter, grad, (TState)states[parameter.Handle]);
            }
        }

        return loss;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var state in states.Values) (state as IDisposable)?.Dispose();
        }

        base.Dispose(disposing);
    }
}
