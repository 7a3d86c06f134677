using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Steps of the mean gradient over the root of the mean squared one, both running and corrected for their start at zero (Kingma and Ba
/// 2015).
/// Weight decay is added to the gradient; <see cref="AdamW"/> takes it from the parameter.
/// </summary>
public partial class Adam : OptimizerHelper, optim.IBetas
{
    private readonly Options defaults;

    public Adam(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this(new Options
        {
            LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
        })
    {
        foreach (var group in parameters) Include(group);
    }

    private protected Adam(Options defaults)
    {
        if (defaults is not { LearningRate: >= 0, eps: >= 0, weight_decay: >= 0, beta1: >= 0 and < 1, beta2: >= 0 and < 1 })
        {
            throw new ArgumentException(
                $"{GetType().Name}: lr ({defaults.LearningRate}), eps ({defaults.eps}) and weight_decay ({defaults.weight_decay}) must not be " +
                $"negative, and the betas ({defaults.beta1}, {defaults.beta2}) lie in [0, 1).");
        }

        this.defaults = defaults;
    }

    /// <summary>The betas of groups to come; those that are there have their own.</summary>
    public (double, double) Betas
    {
        get => (defaults.beta1!.Value, defaults.beta2!.Value);
        set => (defaults.beta1, defaults.beta2) = (value.Item1, value.Item2);
    }

    public override void add_param_group(Modules.ParamGroup param_group) => Include(param_group);

    public override Tensor? step(Func<Tensor>? closure = null) =>
        Step<ParamGroup<Options>, State>(closure, (group, parameter, grad, state) =>
    {
        var options = group.Options;
        if (options.maximize!.Value) grad = grad.neg();
        if (options.weight_decay is not 0) grad = Decay(parameter, grad, options);
        Update(parameter, grad, state, options);
    });

    private protected void Include(Modules.ParamGroup group) => Add(group, defaults.Complete((Options?)group.Options), p => new State(p));

    private protected virtual Tensor Decay(Parameter parameter, Tensor grad, Options options) =>
        grad.add(parameter, options.weight_decay!.Value);

    private static void Update(Parameter parameter, Tensor grad, State state, Options options)
    {
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        state.step++;
        state.exp_avg!.mul_(beta1).add_(grad, 1 - beta1);
        state.exp_avg_sq!.mul_(beta2).addcmul_(grad, grad, 1 - beta2);
        if (options.amsgrad!.Value) state.max_exp_avg_sq!.copy_(state.max_exp_avg_sq.maximum(state.exp_avg_sq));

        var second = options.amsgrad.Value ? state.max_exp_avg_sq! : state.exp_avg_sq;
        var root = second.sqrt().div_(Math.Sqrt(1 - Math.Pow(beta2, state.step))).add_(options.eps!.Value);
        parameter.addcdiv_(state.exp_avg, root, -options.LearningRate!.Value / (1 - Math.Pow(beta1, state.step)));
    }
}
