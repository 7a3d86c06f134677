using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Stochastic gradient descent: v = momentum v + (1 - dampening) g, then p = p - lr v, or with Nesterov p - lr (g + momentum v).
/// </summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    private readonly Options defaults;

    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        if (lr < 0 || momentum < 0 || weight_decay < 0)
        {
            throw new ArgumentException($"SGD: lr ({lr}), momentum ({momentum}) and weight_decay ({weight_decay}) must not be negative.");
        }

        if (nesterov && (momentum <= 0 || dampening != 0))
        {
            throw new ArgumentException($"SGD: Nesterov's step needs a momentum and no dampening (got {momentum} and {dampening}).");
        }

        defaults = new Options
        {
            LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
        };
        foreach (var group in parameters) Add(group, defaults.Complete(group.Options), p => new State(p));
    }

    /// <summary>The momentum of groups to come; those that are there have their own.</summary>
    public double Momentum
    {
        get => defaults.momentum!.Value;
        set => defaults.momentum = value;
    }

    public override void add_param_group(Modules.ParamGroup param_group) =>
        Add(param_group, defaults.Complete((Options?)param_group.Options), p => new State(p));

    public override Tensor? step(Func<Tensor>? closure = null) => Step<ParamGroup, State>(closure, static (group, parameter, grad, state) =>
    {
        var options = group.Options;
        var momentum = options.momentum!.Value;
        if (options.maximize!.Value) grad = grad.neg();
        if (options.weight_decay is not 0) grad = grad.add(parameter, options.weight_decay!.Value);
        if (momentum != 0)
        {
            // The first velocity is the gradient itself, undampened.
            if (state.momentum_buffer is null) state.momentum_buffer = grad.clone().DetachFromDisposeScope();
            else state.momentum_buffer.mul_(momentum).add_(grad, 1 - options.dampening!.Value);
            grad = options.nesterov!.Value ? grad.add(state.momentum_buffer, momentum) : state.momentum_buffer;
        }

        parameter.add_(grad, -options.LearningRate!.Value);
    });
}
