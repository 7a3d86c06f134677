using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A function of a prediction and a target, reduced as told.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    public Loss(nn.Reduction reduction = nn.Reduction.Mean)
        : base("Loss") => this.reduction = reduction;

    public nn.Reduction reduction { get; }
}

/// <summary>A loss whose terms have weights. The weights are a buffer: they follow the loss to another type or device.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    [ComponentName(Name = nameof(weight))]
    private readonly Tensor? ownWeight;

    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        ownWeight = weight;
        ConditionallyRegisterBuffer(nameof(weight), weight);
    }

    public Tensor? weight => ownWeight;
}
