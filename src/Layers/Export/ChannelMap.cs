using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Linear maps of the channels at each position, as 1 x 1 convolutions; fixed weights ask for no gradients.</summary>
internal static class ChannelMap
{
    /// <summary>The map with a given matrix, a row for each output, and perhaps numbers that are added.</summary>
    internal static Conv2d Of(ExportContext context, IReadOnlyList<double[]> rows, double[]? added = null)
    {
        using var scope = NewDisposeScope();
        return Filled(context, rows[0].Length, 1, tensor([.. rows.SelectMany(row => row)], [rows.Count, rows[0].Length, 1, 1]), added);
    }

    /// <summary>The map that takes each output from one input.</summary>
    internal static Conv2d Select(ExportContext context, int inputs, IEnumerable<int> sources) =>
        Of(context, [.. sources.Select(source => Unit(source, inputs))]);

    /// <summary>Each channel by itself, times a factor and plus a number, which were learnt and can be trained on.</summary>
    internal static Conv2d Affine(ExportContext context, double[] factors, double[] added)
    {
        using var scope = NewDisposeScope();
        return Asking(Filled(context, factors.Length, factors.Length, tensor(factors, [factors.Length, 1, 1, 1]), added), forGradients: true);
    }

    /// <summary>Sums over sets of channels.</summary>
    internal static Conv2d Sums(ExportContext context, int inputs, IEnumerable<IEnumerable<int>> sets, double added = 0)
    {
        double[][] rows = [.. sets.Select(set => Indicator(set, inputs))];
        return Of(context, rows, added == 0 ? null : [.. rows.Select(_ => added)]);
    }

    /// <summary>A row with a factor at the members of a set and zeros elsewhere.</summary>
    internal static double[] Indicator(IEnumerable<int> set, int inputs, double factor = 1)
    {
        double[] row = new double[inputs];
        foreach (int channel in set)
        {
            row[channel] = factor;
        }

        return row;
    }

    /// <summary>The numbers of a tensor.</summary>
    internal static double[] Numbers(Tensor values)
    {
        using var scope = NewDisposeScope();
        return [.. values.detach().to(ScalarType.Float64).cpu().contiguous().data<double>()];
    }

    /// <summary>A convolution of fixed weights.</summary>
    internal static Conv2d Filled(
        ExportContext context, int inputs, int groups, Tensor weight, double[]? added = null, (long, long)? stride = null,
        (long, long)? padding = null)
    {
        using IDisposable noGrad = no_grad();
        Conv2d plain = nn.Conv2d(
            inputs, weight.size(0), (weight.size(2), weight.size(3)), stride, padding, groups: groups, bias: added is not null,
            device: context.Device, dtype: context.Type);
        plain.weight.copy_(weight);
        plain.bias?.copy_(tensor(added!));
        return Asking(plain, forGradients: false);
    }

    private static Conv2d Asking(Conv2d plain, bool forGradients)
    {
        foreach (Parameter parameter in plain.parameters())
        {
            parameter.requires_grad = forGradients;
        }

        return plain;
    }

    private static double[] Unit(int source, int inputs) => Indicator([source], inputs);
}
