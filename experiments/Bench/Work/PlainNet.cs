using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>The nets of plain layers that have the channels, kernels, strides and pooling of the equivariant ones.</summary>
public sealed class PlainNet : nn.Module<Tensor, Tensor>
{
    private const int KernelSize = 3;

    private readonly nn.Module<Tensor, Tensor> features;
    private readonly nn.Module<Tensor, Tensor>? classifier;
    private readonly int _order;

    private PlainNet(List<nn.Module<Tensor, Tensor>> layers, int order, nn.Module<Tensor, Tensor>? classifier)
        : base(nameof(PlainNet))
    {
        (features, _order, this.classifier) = (nn.Sequential(layers), order, classifier);
        RegisterComponents();
    }

    /// <summary>The plain net of <see cref="Models.P4Cnn"/> for a group of an order.</summary>
    /// <param name="order">The order of the group.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="classes">The number of classes.</param>
    public static PlainNet P4Cnn(int order, int fields, int classes)
    {
        const int Convolutions = 7;
        List<nn.Module<Tensor, Tensor>> layers = [];
        for (int i = 0, channels = 1; i < Convolutions - 1; i++, channels = order * fields)
        {
            layers.AddRange([nn.Conv2d(channels, order * fields, KernelSize), nn.BatchNorm2d(order * fields), nn.ReLU(inplace: true)]);
            if (i == 1)
            {
                layers.Add(nn.MaxPool2d(2));
            }
        }

        layers.Add(nn.Conv2d(order * fields, order * classes, 4));
        return new PlainNet(layers, order, null);
    }

    /// <summary>The plain net of <see cref="Models.ResidualNet"/> for a group of an order.</summary>
    /// <param name="order">The order of the group.</param>
    /// <param name="widths">Its fields in each stage.</param>
    /// <param name="classes">The number of classes.</param>
    public static PlainNet Residual(int order, IReadOnlyList<int> widths, int classes)
    {
        const int Blocks = 3;
        ArgumentNullException.ThrowIfNull(widths);
        int channels = order * widths[0];
        List<nn.Module<Tensor, Tensor>> layers =
            [nn.Conv2d(3, channels, KernelSize, padding: 1, bias: false), nn.BatchNorm2d(channels), nn.ReLU(inplace: true)];
        for (int i = 0; i < widths.Count * Blocks; i++)
        {
            int input = channels, stride = i > 0 && i % Blocks == 0 ? 2 : 1;
            channels = order * widths[i / Blocks];
            layers.Add(new PlainBlock(input, channels, stride));
        }

        return new PlainNet(layers, order, nn.Linear(widths[^1], classes));
    }

    /// <summary>Scores each class.</summary>
    /// <param name="input">Images.</param>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        Tensor maps = features.call(input);
        Tensor fields = maps.reshape(maps.size(0), maps.size(1) / _order, -1);
        return (classifier is null ? fields.amax(2) : classifier.call(fields.mean([2]))).MoveToOuterDisposeScope();
    }

    /// <summary>The block of [He2016], figure 2.</summary>
    private sealed class PlainBlock : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> branch;
        private readonly nn.Module<Tensor, Tensor>? shortcut;

        internal PlainBlock(int input, int output, int stride)
            : base(nameof(PlainBlock))
        {
            branch = nn.Sequential(
                nn.Conv2d(input, output, KernelSize, stride, padding: 1, bias: false), nn.BatchNorm2d(output), nn.ReLU(inplace: true),
                nn.Conv2d(output, output, KernelSize, padding: 1, bias: false), nn.BatchNorm2d(output));
            shortcut = stride == 1 && input == output
                ? null
                : nn.Sequential(nn.Conv2d(input, output, 1, stride, bias: false), nn.BatchNorm2d(output));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using DisposeScope scope = NewDisposeScope();
            return (branch.call(input) + (shortcut is null ? input : shortcut.call(input))).relu_().MoveToOuterDisposeScope();
        }
    }
}
