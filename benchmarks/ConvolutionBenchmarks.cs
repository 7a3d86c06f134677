using BenchmarkDotNet.Attributes;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Benchmarks;

/// <summary>A group convolution against a plain convolution of as many channels, which is what the expanded route costs at best.</summary>
[MemoryDiagnoser]
public class ConvolutionBenchmarks
{
    private Tensor _input = null!;
    private Convolution _group = null!;
    private TorchSharp.Modules.Conv2d _plain = null!;

    /// <summary>The plane group.</summary>
    [Params("p4", "p4m")]
    public string Group { get; set; } = "p4m";

    /// <summary>Regular fields of input and output.</summary>
    [Params(16, 30)]
    public int Fields { get; set; }

    /// <summary>Makes input and layers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(Group), Fields);
        _input = randn(8, type.Channels, 64, 64);
        _group = new Convolution(type, type, Stencil.Square(3), padding: 1, bias: false);
        _plain = nn.Conv2d(type.Channels, type.Channels, 3, padding: 1, bias: false);
    }

    /// <summary>The group convolution, forward and backward.</summary>
    [Benchmark]
    public void GroupConvolution() => Step(_group);

    /// <summary>The plain convolution, forward and backward.</summary>
    [Benchmark(Baseline = true)]
    public void PlainConvolution() => Step(_plain);

    /// <summary>Frees the tensors.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _input.Dispose();
        _group.Dispose();
        _plain.Dispose();
    }

    private void Step(nn.Module<Tensor, Tensor> layer)
    {
        using var scope = NewDisposeScope();
        layer.zero_grad();
        layer.call(_input).sum().backward();
    }
}
