using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Layers on hexagons by their definitions, in loops over axial cells. Outside its hexagon an image has no cells.</summary>
internal static class NaiveHexagon
{
    /// <summary>What a window about the cell <c>s v</c> makes of the channels it sees; <c>null</c> where a cell is outside.</summary>
    public delegate double Window(int channel, Func<int, LatticePoint, double?> cell);

    /// <summary>The value of a window about each cell <c>s v</c>, for the cells <c>v</c> of a hexagon.</summary>
    public static Tensor Slide(Tensor image, int channels, int outputRadius, int stride, Window window)
    {
        HexagonalDomain input = HexagonalDomain.FromRectangle((int)image.size(3)), output = new(outputRadius);
        double[] x = [.. image.contiguous().data<double>()];
        (int samples, int depth, int side) = ((int)image.size(0), (int)image.size(1), output.RowLength);
        double[] y = new double[samples * channels * side * side];
        for (int n = 0; n < samples; n++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                foreach (LatticePoint v in output.Cells)
                {
                    double? Cell(int c, LatticePoint u)
                    {
                        LatticePoint at = new((stride * v.X) + u.X, (stride * v.Y) + u.Y);
                        return input.Contains(at) ? x[(((n * depth) + c) * input.RowLength * input.RowLength) + input.Slot(at)] : null;
                    }

                    y[(((n * channels) + channel) * side * side) + output.Slot(v)] = window(channel, Cell);
                }
            }
        }

        return tensor(y, [samples, channels, side, side]);
    }

    /// <summary><c>b[o] + sum_(c,u) W[o,c](u) in[c](s v + d u)</c>.</summary>
    public static Tensor Convolve(Tensor image, Convolution layer, int outputRadius)
    {
        Stencil stencil = layer.Stencil;
        double[] w = [.. layer.ExpandedFilter().data<double>()], b = layer.ExpandedBias() is Tensor bias ? [.. bias.data<double>()] : [];
        int d = layer.Dilation, inputs = layer.InputType.Channels, area = stencil.Rows * stencil.Columns;
        return Slide(image, layer.OutputType.Channels, outputRadius, layer.Stride, (o, cell) =>
            (b.Length > 0 ? b[o] : 0) + Enumerable.Range(0, inputs).Sum(c => stencil.DoubledPoints.Sum(u =>
                w[(((o * inputs) + c) * area) + stencil.Slot(u)] * (cell(c, new(d * u.X / 2, d * u.Y / 2)) ?? 0))));
    }

    /// <summary>The largest of the cells of the image that a hexagon of radius <c>rho</c> covers.</summary>
    public static Tensor Largest(Tensor image, int rho, int outputRadius, int stride) =>
        Slide(image, (int)image.size(1), outputRadius, stride, (c, cell) => new HexagonalDomain(rho).Cells.Max(u => cell(c, u))!.Value);

    /// <summary>The sum with weights, in which cells outside count as zeros.</summary>
    public static Tensor Weighted(Tensor image, int rho, int outputRadius, int stride, Func<LatticePoint, double> weight) =>
        Slide(image, (int)image.size(1), outputRadius, stride, (c, cell) =>
            new HexagonalDomain(rho).Cells.Sum(u => weight(u) * (cell(c, u) ?? 0)));
}
