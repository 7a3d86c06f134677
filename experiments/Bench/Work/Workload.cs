using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>Contestants that run in this process, with what they need: inputs from a seed, layers, optimisers.</summary>
internal abstract class Workload : IDisposable
{
    /// <summary>The seed of weights and inputs.</summary>
    protected const long Seed = 1;

    private readonly List<IDisposable> _owned = [];

    /// <summary>The contestants.</summary>
    public abstract IReadOnlyList<Contestant> Contestants { get; }

    /// <summary>Billions of multiply-adds of both routes; null where they are not counted.</summary>
    public virtual (double? Fourier, double? Expanded) MultiplyAdds => (null, null);

    /// <summary>The workload of a case.</summary>
    public static Workload For(BenchCase bench)
    {
        set_num_threads(bench.Threads);
        manual_seed(Seed);
        using DisposeScope scope = NewDisposeScope();
        return bench.Work switch
        {
            BenchWork.Residual or BenchWork.P4Cnn => new NetWorkload(bench),
            BenchWork.Warp or BenchWork.PointElement or BenchWork.WholePipeline or BenchWork.Colour => new AugmentWorkload(bench),
            BenchWork.Decode => new DecodeWorkload(bench),
            _ => new ConvolutionWorkload(bench),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
        {
            owned.Dispose();
        }
    }

    /// <summary>The group of a case, on a lattice.</summary>
    protected static PlaneGroup GroupOf(BenchCase bench, Lattice lattice)
    {
        int turns = int.Parse(bench.Group.AsSpan(1));
        return bench.Group[0] == 'D' ? PlaneGroup.Dihedral(turns, lattice) : PlaneGroup.Cyclic(turns, lattice);
    }

    /// <summary>Keeps something until the workload is done with.</summary>
    protected T Keep<T>(T made)
        where T : IDisposable
    {
        if (made is Tensor tensor)
        {
            tensor.DetachFromDisposeScope();
        }

        _owned.Add(made);
        return made;
    }
}
