using System.Numerics;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Field batch norm on the CPU in few passes over the memory, <c>y = max(γ_f (x − μ_f) / √(σ²_f + ε) + β_f + r, floor)</c>: what is added to
/// it (the shortcut of a residual block) and the rectifier behind it are part of it, if wanted. Its gradient likewise.
/// </summary>
/// <remarks>
/// For fields that permute their channels, on rectangles. Field by field, first the sums of all images and then what they are for, so
/// that the second pass finds much of the field in the caches. Nothing is kept for the backward pass but input and, beside something added,
/// output, which the layers around keep too.
/// </remarks>
internal sealed partial class FieldNorm
{
    /// <summary>The fields.</summary>
    public required FieldType Type { get; init; }

    /// <summary>The <c>ε</c> added to the variance.</summary>
    public required double Epsilon { get; init; }

    /// <summary>The part of the batch's statistics in each update of the running ones.</summary>
    public required double Momentum { get; init; }

    /// <summary>Whether the statistics are the batch's, and the running ones are updated.</summary>
    public required bool Training { get; init; }

    /// <summary>Whether the rectifier follows.</summary>
    public required bool Rectified { get; init; }

    /// <summary>The running means, one for each field.</summary>
    public required Tensor RunningMean { get; init; }

    /// <summary>The running variances.</summary>
    public required Tensor RunningVariance { get; init; }

    /// <summary>Adds up the statistics over several processes; null where the whole batch is here.</summary>
    public IStatisticsReducer? Reducer { get; init; }

    /// <summary>Whether the loops take a tensor with parameters.</summary>
    public static bool Serves(FieldType type, Tensor input, Tensor weight) =>
        type.IsPermutation && type.Group.Lattice is SquareLattice && input.device.type == DeviceType.CPU && input.dtype == weight.dtype
        && input.dtype is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>The normalised fields, differentiable in all four.</summary>
    /// <param name="input">The fields.</param>
    /// <param name="weight">The scale <c>γ</c> of each field.</param>
    /// <param name="bias">The shift <c>β</c> of each field.</param>
    /// <param name="added">What is added before the rectifier, of the input's shape, or null.</param>
    public Tensor Apply(Tensor input, Tensor weight, Tensor bias, Tensor? added) => added is null
        ? FieldNormFunction.apply(this, input, weight, bias)
        : FieldNormFunction.apply(this, input, weight, bias, added);

    /// <summary>The result, and the statistics by which it is normalised: for each field the mean and <c>√(σ² + ε)</c>.</summary>
    internal (Tensor Result, (double Mean, double Root)[] Statistics) Forward(Tensor input, Tensor weight, Tensor bias, Tensor? added) =>
        input.dtype == ScalarType.Float64
            ? Forward<double>(input, weight, bias, added) : Forward<float>(input, weight, bias, added);

    /// <summary>The gradients to input, scale, shift and, where something was added, that.</summary>
    /// <param name="gradient">The gradient to the output.</param>
    /// <param name="saved">Input, scale, shift and, where something was added, output.</param>
    /// <param name="statistics">The statistics by which the input was normalised.</param>
    internal IEnumerable<Tensor> Gradients(Tensor gradient, List<Tensor> saved, (double Mean, double Root)[] statistics) =>
        saved[0].dtype == ScalarType.Float64
            ? Backward<double>(gradient, saved, statistics) : Backward<float>(gradient, saved, statistics);

    /// <summary>The same by libtorch's operators, to be differentiated again.</summary>
    internal IEnumerable<Tensor> DifferentiableGradients(
        Tensor gradient, List<Tensor> saved, (double Mean, double Root)[] statistics)
    {
        if (Reducer is not null)
        {
            throw new NotSupportedException(
                "FieldBatchNorm: gradients of gradients are not there where the batch lies in several processes; train in one, or eval().");
        }

        using var scope = NewDisposeScope();
        Tensor normalised = Composed(saved, statistics);
        Tensor passed = Rectified ? gradient * (saved.Count > 3 ? saved[3] : normalised).gt(0).to(gradient.dtype) : gradient;
        List<Tensor> wanted = [.. saved.Take(3).Where(input => input.requires_grad)];
        IList<Tensor> found = wanted.Count == 0 ? [] : autograd.grad([normalised], wanted, [passed], retain_graph: true, create_graph: true);
        int next = 0;
        List<Tensor> gradients = [.. saved.Take(3).Select(input => input.requires_grad ? found[next++].MoveToOuterDisposeScope() : null!)];
        return saved.Count > 3 ? [.. gradients, passed.MoveToOuterDisposeScope()] : gradients;
    }

    private Tensor Composed(List<Tensor> saved, (double Mean, double Root)[] statistics)
    {
        (Tensor input, Tensor weight, Tensor bias) = (saved[0], saved[1], saved[2]);
        Tensor Normalised(FieldBlock block)
        {
            Tensor x = input.narrow(1, block.Offset, block.Channels).reshape(input.size(0), block.Fields, -1);
            Tensor Part(Tensor all) => all.narrow(0, block.FirstField, block.Fields).view(1, block.Fields, 1);
            Tensor Given(Func<(double Mean, double Root), double> part) =>
                Part(tensor([.. statistics.Select(part)], ScalarType.Float64).to(x.dtype));
            Tensor mean = Training ? x.mean([0, 2], keepdim: true) : Given(s => s.Mean);
            Tensor root = Training ? ((x - mean).pow(2).mean([0, 2], keepdim: true) + Epsilon).sqrt() : Given(s => s.Root);
            return (((x - mean) / root * Part(weight)) + Part(bias)).reshape(input.size(0), block.Channels, input.size(2), input.size(3));
        }

        return cat([.. Type.Blocks.Select(Normalised)], 1);
    }

    private unsafe (Tensor Result, (double Mean, double Root)[] Statistics) Forward<T>(
        Tensor input, Tensor weight, Tensor bias, Tensor? added)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var scope = NewDisposeScope();
        Tensor x = input.contiguous(), y = empty_like(x);
        var statistics = new (double Mean, double Root)[Type.Fields.Count];
        FieldNormPass<T> pass = new(this, x, Values<T>(weight), Values<T>(bias));
        T[] means = Values<T>(RunningMean), variances = Values<T>(RunningVariance);
        fixed (T* from = x.Numbers<T>(), to = y.Numbers<T>(), other = added is null ? [] : added.contiguous().Numbers<T>())
        {
            T* read = from, written = to, more = other;
            if (Reducer is not null)
            {
                statistics = SharedStatistics(pass, read, means, variances);
            }

            Threads.Split(statistics.Length, get_num_threads(), (first, end) =>
            {
                for (int field = first; field < end; field++)
                {
                    statistics[field] = Reducer is not null ? statistics[field]
                        : Training ? pass.Statistics(field, read, ref means[field], ref variances[field])
                        : pass.Given(means[field], variances[field]);
                    pass.Normalize(field, read, more, written, statistics[field]);
                }
            });
        }

        if (Training)
        {
            means.CopyTo(RunningMean.Numbers<T>());
            variances.CopyTo(RunningVariance.Numbers<T>());
        }

        return (y.MoveToOuterDisposeScope(), statistics);
    }

    private unsafe Tensor[] Backward<T>(Tensor gradient, List<Tensor> saved, (double Mean, double Root)[] statistics)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var scope = NewDisposeScope();
        Tensor given = gradient.contiguous(), x = saved[0].contiguous(), result = empty_like(x);
        Tensor? y = saved.Count > 3 ? saved[3] : null, through = y is null ? null : empty_like(x);
        FieldNormPass<T> pass = new(this, x, Values<T>(saved[1]), Values<T>(saved[2]));
        T[] toWeight = new T[statistics.Length], toBias = new T[statistics.Length];
        fixed (T* g = given.Numbers<T>(), from = x.Numbers<T>(), to = result.Numbers<T>(),
            output = y is null ? [] : y.Numbers<T>(), kept = through is null ? [] : through.Numbers<T>())
        {
            FieldNormPass<T>.Pointers at = new(g, from, output, kept, to);
            double[]? shared = Reducer is null ? null : SharedSums(pass, at, statistics, toWeight, toBias);
            Threads.Split(statistics.Length, get_num_threads(), (first, end) =>
            {
                for (int field = first; field < end; field++)
                {
                    if (shared is null)
                    {
                        (toWeight[field], toBias[field]) = pass.Gradients(field, at, statistics[field]);
                    }
                    else
                    {
                        pass.Write(field, at, statistics[field], Sums(shared, field), shared[^1]);
                    }
                }
            });
        }

        Tensor[] gradients = [result, Made(toWeight), Made(toBias)];
        gradients = through is null ? gradients : [.. gradients, through];
        return Array.ConvertAll(gradients, found => found.MoveToOuterDisposeScope());
    }

    private static Tensor Made<T>(T[] numbers)
        where T : unmanaged => numbers is double[] wide ? tensor(wide) : tensor((float[])(object)numbers);

    private static T[] Values<T>(Tensor tensor)
        where T : unmanaged
    {
        using Tensor numbers = tensor.contiguous();
        return numbers.Numbers<T>().ToArray();
    }
}
