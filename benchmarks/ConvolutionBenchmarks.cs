using BenchmarkDotNet.Attributes;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Benchmarks;

/// <summary>
/// A group convolution on both of its routes against a plain convolution of as many channels: time and memory for developers.
/// <c>gcnn bench</c> measures the same in turn, with other libraries.
/// </summary>
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
    [Params(16, 32)]
    public int Fields { get; set; }

    /// <summary>Whether both gradients are computed after the forward pass.</summary>
    [Params(false, true)]
    public bool Step { get; set; }

    /// <summary>Makes input and layers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        FieldType type = FieldType.Regular(PlaneGroup.Named(Group), Fields);
        _input = randn(8, type.Channels, 64, 64).requires_grad_(Step);
        _group = new Convolution(type, type, Stencil.Square(3), padding: 1, bias: false);
        _plain = nn.Conv2d(type.Channels, type.Channels, 3, padding: 1, bias: false);
    }

    /// <summary>The group convolution on the group-Fourier route.</summary>
    [Benchmark]
    public void Fourier() => Run(_group, ConvolutionRoute.Fourier);

    /// <summary>The group convolution by its expanded filter.</summary>
    [Benchmark]
    public void Expanded() => Run(_group, ConvolutionRoute.Expanded);

    /// <summary>The plain convolution.</summary>
    [Benchmark(Baseline = true)]
    public void Plain() => Run(_plain, _plain.weight);

    /// <summary>Frees the tensors.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _input.Dispose();
        _group.Dispose();
        _plain.Dispose();
    }

    private void Run(Convolution layer, ConvolutionRoute route)
    {
        layer.Route = route;
        Run(layer, layer.Weight);
    }

    private void Run(nn.Module<Tensor, Tensor> layer, Tensor weight)
    {
        using var scope = NewDisposeScope();
        if (Step)
        {
            Tensor output = layer.call(_input);
            autograd.grad([output], [_input, weight], [ones_like(output)]);
            return;
        }

        using IDisposable frozen = no_grad();
        layer.call(_input);
    }
}
