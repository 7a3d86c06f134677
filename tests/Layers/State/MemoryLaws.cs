using System.Runtime.InteropServices;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Layers give back what they take: by the count of tensors in a caller's scope, and by the memory of the process.</summary>
public class MemoryLaws
{
    private static readonly FieldType Regular = FieldType.Regular(PlaneGroup.P4m, 2);

    public static TheoryData<int> Layers => [.. Enumerable.Range(0, All().Length)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_callers_scope_receives_the_result_and_nothing_else(int number)
    {
        using EquivariantModule layer = All()[number];
        Tensor x = randn(2, Regular.Channels, 5, 5);
        foreach (bool training in new[] { true, false })
        {
            layer.train(training);
            foreach (bool withGradient in new[] { true, false })
            {
                using DisposeScope scope = NewDisposeScope();
                using (enable_grad(withGradient))
                {
                    Tensor y = layer.call(x);
                    Assert.Equal([y], scope.DisposablesView.Where(owned => owned is Tensor));
                }
            }
        }
    }

    [Fact]
    public void Two_hundred_passes_of_training_keep_the_memory_flat()
    {
        using EquivariantSequential net = StateDictLaws.Net();
        long passed = Resident(net, training: true);
        Assert.InRange(passed, long.MinValue, 32 << 20);
    }

    [Fact]
    public void Two_hundred_evaluations_keep_the_memory_flat()
    {
        using EquivariantSequential net = StateDictLaws.Net();
        net.eval();
        Assert.InRange(Resident(net, training: false), long.MinValue, 32 << 20);
    }

    [Fact]
    public void Passes_that_kept_what_they_made_would_be_seen()
    {
        // About what one pass of the net computes, 200 times.
        List<Tensor> kept = [];
        long before = ResidentBytes();
        for (int pass = 0; pass < 200; pass++)
        {
            kept.Add(ones(4, 96, 18, 18));
        }

        Assert.True(ResidentBytes() - before > 32 << 20);
        kept.ForEach(tensor => tensor.Dispose());
    }

    [Fact]
    public void After_disposing_a_layer_a_result_lives_on_and_the_layer_does_not()
    {
        Convolution convolution = new(Regular, Regular, Stencil.Square(3));
        convolution.eval();
        Tensor x = randn(1, Regular.Channels, 5, 5), y;
        using (no_grad())
        {
            y = convolution.call(x);
        }

        double sum = y.sum().ToDouble();
        convolution.Dispose();
        convolution.Dispose();
        Assert.Equal(sum, y.sum().ToDouble());
        Assert.ThrowsAny<Exception>(() => convolution.call(x));
    }

    // What 200 passes add to the resident memory, after 20 in which libtorch takes what it keeps.
    private static long Resident(EquivariantSequential net, bool training)
    {
        long before = 0;
        for (int pass = 0; pass < 220; pass++)
        {
            before = pass == 20 ? ResidentBytes() : before;
            using DisposeScope scope = NewDisposeScope();
            using IDisposable mode = enable_grad(training);
            Tensor y = net.call(randn(4, 1, 18, 18)).pow(2).sum();
            if (training)
            {
                y.backward();
            }
        }

        return ResidentBytes() - before;
    }

    // What is freed goes back to the system first: memory that the tests before left would hide what is kept now.
    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = Trim(0);
        return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint keptBytes);

    private static EquivariantSequential Upsampled()
    {
        PolyphaseSampling sampling = new(Regular, 5);
        return new EquivariantSequential(sampling, new PolyphaseUpsampling(Regular, sampling));
    }

    private static EquivariantModule[] All() =>
    [
        new Convolution(Regular, Regular, Stencil.Square(3), 2, 1),
        new Convolution(Regular, Regular, Stencil.Square(3), 1, 1, paddingMode: PaddingModes.Circular, bias: false),
        new Convolution(Regular, Regular, Stencil.Square(3), groups: 2),
        new TransposedConvolution(Regular, Regular, Stencil.Square(3), 2, 1),
        new PlanarConvolution(Regular, Stencil.Square(3)), new SeparableConvolution(Regular, Regular, Stencil.Square(3)),
        PointwiseNonlinearity.ReLU(Regular),
        new MaxPooling(Regular, 2), new AveragePooling(Regular, 2), new BinomialPooling(Regular),
        new GaussianPooling(Regular), new NormMaxPooling(Regular, 2), new AdaptivePooling(Regular, 3),
        new AdaptivePooling(Regular, 2, PoolingKind.Max), new CosetPooling(Regular, Subgroup.Generated(PlaneGroup.P4m.PointGroup, 2)),
        new PolyphaseSampling(Regular, 5), new SublatticePooling(Regular, Sublattice.Quincunx),
        new SublatticePooling(Regular, Sublattice.SquareOfIndex5, PoolingKind.Mean), new DiscMask(Regular),
        new Upsampling(Regular), new Upsampling(Regular, 3, UpsamplingKind.Lattice), Upsampled(),
        new GroupPooling(Regular), new SpatialPooling(Regular),
        new FieldBatchNorm(Regular), new FieldDropout(Regular),
        new ResidualBlock(Regular, Regular, 3, 2),
        new EquivariantSequential(new Convolution(Regular, Regular, Stencil.Square(1)), PointwiseNonlinearity.ReLU(Regular),
            new FieldDropout(Regular)),
    ];
}
