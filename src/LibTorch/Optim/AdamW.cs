using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary><see cref="Adam"/> whose weight decay shrinks the parameter directly (Loshchilov and Hutter 2019).</summary>
public class AdamW : Adam
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
        })
    {
        foreach (var group in parameters) Include(group);
    }

    private protected override Tensor Decay(Parameter parameter, Tensor grad, Adam.Options options)
    {
        parameter.mul_(1 - (options.LearningRate!.Value * options.weight_decay!.Value));
        return grad;
    }

    public new class Options : Adam.Options
    {
    }

    public new class ParamGroup : Adam.ParamGroup
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }
    }
}
