using GCnn.Groups;
using GCnn.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Convolution = GCnn.Layers.Convolution;

namespace GCnn.Experiments.Bench;

/// <summary>A convolution on both of our routes, and a plain <c>Conv2d</c> of as many channels in both memory formats.</summary>
/// <remarks>
/// All are in training mode, so that a layer that makes its filter from other weights makes it at each call, as in training. On hexagons the
/// plain filter is a 3 x 3 one, whose two taps outside the hexagon are set to zero once and multiplied all the same.
/// </remarks>
internal sealed class ConvolutionWorkload : Workload
{
    private const double Billion = 1e9;

    private readonly BenchCase _case;
    private readonly Convolution _layer;
    private readonly Conv2d _first;
    private readonly Conv2d _last;
    private readonly (Tensor Image, Tensor Gradient) _tensors;
    private readonly (Tensor Image, Tensor Gradient) _tensorsLast;

    public ConvolutionWorkload(BenchCase bench)
    {
        _case = bench;
        _layer = Keep(Layer(bench));
        Stencil stencil = _layer.Stencil;
        int channels = _layer.InputType.Channels;
        _first = Keep(Plain(channels, stencil));
        _last = Keep(Plain(channels, stencil));
        ChannelsLast.LayOut(_last);
        Tensor image = randn(bench.Batch, channels, bench.Size, bench.Size), gradient = randn_like(image);
        _tensors = (Leaf(image), Keep(gradient));
        _tensorsLast = (Leaf(ChannelsLast.Of(image)), Keep(ChannelsLast.Of(gradient)));
    }

    public override IReadOnlyList<Contestant> Contestants =>
    [
        .. HasFourier ? [Contestant.Here(BenchColumn.Fourier, () => Run(ConvolutionRoute.Fourier))] : Array.Empty<Contestant>(),
        Contestant.Here(BenchColumn.Expanded, () => Run(ConvolutionRoute.Expanded)),
        Contestant.Here(BenchColumn.PlainChannelsFirst, () => Run(_first, _first.weight, _tensors)),
        Contestant.Here(BenchColumn.PlainChannelsLast, () => Run(_last, _last.weight, _tensorsLast)),
    ];

    /// <summary>Of a step three times those of the forward pass: each gradient takes as many.</summary>
    /// <remarks>The additions of filters and transforms are not counted.</remarks>
    public override (double? Fourier, double? Expanded) MultiplyAdds
    {
        get
        {
            LayerSummary layer = Summary.For(_layer, _case.Size, _case.Size).Layers[0];
            double times = _case.Batch * (_case.Pass == BenchPass.Step ? 3 : 1) / Billion;
            return (times * layer.Fourier?.MultiplyAdds, times * layer.MultiplyAdds);
        }
    }

    private bool HasFourier
    {
        get
        {
            try
            {
                _layer.Route = ConvolutionRoute.Fourier;
                return true;
            }
            catch (NotSupportedException)
            {
                return false;
            }
        }
    }

    private static Convolution Layer(BenchCase bench)
    {
        PlaneGroup group = GroupOf(bench, bench.Work == BenchWork.Hexagon ? new HexagonalLattice() : new SquareLattice());
        FieldType type = FieldType.Regular(group, bench.Fields);
        Stencil stencil = bench.Work switch
        {
            BenchWork.Hexagon => Stencil.Hexagon(1),
            BenchWork.Steerable => Stencil.Square(5),
            _ => Stencil.Square(3),
        };
        return new Convolution(type, type, stencil, padding: stencil.Rows / 2, bias: false);
    }

    private static Conv2d Plain(int channels, Stencil stencil)
    {
        Conv2d plain = nn.Conv2d(channels, channels, stencil.Rows, padding: stencil.Rows / 2, bias: false);
        if (stencil.DoubledPoints.Count < stencil.Rows * stencil.Columns)
        {
            float[] taps = new float[stencil.Rows * stencil.Columns];
            foreach (LatticePoint point in stencil.DoubledPoints)
            {
                taps[stencil.Slot(point)] = 1;
            }

            using IDisposable frozen = no_grad();
            plain.weight.mul_(tensor(taps).reshape(1, 1, stencil.Rows, stencil.Columns));
        }

        return plain;
    }

    private void Run(ConvolutionRoute route)
    {
        _layer.Route = route;
        Run(_layer, _layer.Weight, _tensors);
    }

    private void Run(nn.Module<Tensor, Tensor> layer, Tensor weight, (Tensor Image, Tensor Gradient) tensors)
    {
        if (_case.Pass == BenchPass.Step)
        {
            autograd.grad([layer.call(tensors.Image)], [tensors.Image, weight], [tensors.Gradient]);
            return;
        }

        using IDisposable frozen = no_grad();
        layer.call(tensors.Image);
    }

    private Tensor Leaf(Tensor image) => Keep(image.requires_grad_(_case.Pass == BenchPass.Step));
}
