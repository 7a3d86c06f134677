using GCnn.Experiments.Models;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>
/// A net on both of our routes, and the same net of plain layers of as many channels in both memory formats: forward in evaluation mode, or
/// a training step with its optimiser, SGD with momentum and weight decay for the residual net and Adam for the other.
/// </summary>
internal sealed class NetWorkload : Workload
{
    private const int Classes = 10;

    private readonly BenchCase _case;
    private readonly Tensor _images;
    private readonly Tensor _labels;

    public NetWorkload(BenchCase bench)
    {
        _case = bench;
        _images = Keep(randn(bench.Batch, bench.Work == BenchWork.Residual ? 3 : 1, bench.Size, bench.Size));
        _labels = Keep(tensor([.. Enumerable.Range(0, bench.Batch).Select(i => (long)i % Classes)]));
        nn.Module<Tensor, Tensor> last = Plain();
        ChannelsLast.LayOut(last);
        Contestants =
        [
            One(BenchColumn.Fourier, Ours(ConvolutionRoute.Fourier), _images),
            One(BenchColumn.Expanded, Ours(ConvolutionRoute.Expanded), _images),
            One(BenchColumn.PlainChannelsFirst, Plain(), _images),
            One(BenchColumn.PlainChannelsLast, last, Keep(ChannelsLast.Of(_images).alias())),
        ];
    }

    public override IReadOnlyList<Contestant> Contestants { get; }

    private PlaneGroup Group => GroupOf(_case, new SquareLattice());

    /// <summary>The widths of a residual net that begins with so many fields: as ResNet-20 has them at 6.</summary>
    private IReadOnlyList<int> Widths =>
        [.. ResidualNet.DefaultWidths.Select(width => Math.Max(1, width * _case.Fields / ResidualNet.DefaultWidths[0]))];

    private nn.Module<Tensor, Tensor> Ours(ConvolutionRoute route) => _case.Work == BenchWork.Residual
        ? new ResidualNet(Group, Widths, classes: Classes, route: route)
        : new P4Cnn(Group, _case.Fields, Classes, route);

    private nn.Module<Tensor, Tensor> Plain() => _case.Work == BenchWork.Residual
        ? PlainNet.Residual(Group.Order, Widths, Classes)
        : PlainNet.P4Cnn(Group.Order, _case.Fields, Classes);

    private Contestant One(BenchColumn column, nn.Module<Tensor, Tensor> net, Tensor images)
    {
        Keep(net);
        if (_case.Pass == BenchPass.Forward)
        {
            net.eval();
            return Contestant.Here(column, () =>
            {
                using IDisposable frozen = no_grad();
                net.call(images);
            });
        }

        net.train();
        optim.Optimizer optimizer = Keep(Optimizer(net));
        return Contestant.Here(column, () =>
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(images), _labels).backward();
            optimizer.step();
        });
    }

    private optim.Optimizer Optimizer(nn.Module net) => _case.Work == BenchWork.Residual
        ? optim.SGD(net.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4)
        : optim.Adam(net.parameters(), 1e-3);
}
