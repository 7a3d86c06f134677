using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What normalisations with running statistics share.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? ownWeight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? ownBias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? runningMean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? runningVariance;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? batchesTracked;

    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = nn.Parameter(empty(num_features, dtype, device));
            bias = nn.Parameter(empty(num_features, dtype, device));
        }

        if (track_running_stats)
        {
            running_mean = empty(num_features, dtype, device);
            running_var = empty(num_features, dtype, device);

            // A count, whatever the type of the statistics.
            num_batches_tracked = tensor(0L, device: device);
        }

        reset_parameters();
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>The weight of the newest batch in the running statistics; null for their plain mean.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Parameter weight
    {
        get => ownWeight!;
        set => ConditionallyRegisterParameter(nameof(weight), ownWeight = value);
    }

    public Parameter? bias
    {
        get => ownBias;
        set => ConditionallyRegisterParameter(nameof(bias), ownBias = value);
    }

    public Tensor? running_mean
    {
        get => runningMean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), runningMean = value);
    }

    public Tensor? running_var
    {
        get => runningVariance;
        set => ConditionallyRegisterBuffer(nameof(running_var), runningVariance = value);
    }

    public Tensor? num_batches_tracked
    {
        get => batchesTracked;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), batchesTracked = value);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        nn.init.zeros_(running_mean!);
        nn.init.ones_(running_var!);
        nn.init.zeros_(num_batches_tracked!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}
