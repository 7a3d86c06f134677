using GCnn.Layers;
using TorchSharp.Modules;

namespace GCnn.Onnx;

/// <summary>Maxima and means over windows.</summary>
/// <remarks>
/// ONNX has windows of one size. Where a module's differ, as adaptive ones do, rows are pooled first and columns after: maxima by
/// <c>Gather</c> and <c>ReduceMax</c>, means by <c>MatMul</c> with the matrix of the axis.
/// </remarks>
internal static class Poolings
{
    /// <summary><c>MaxPool</c>, or along each axis where windows may reach past the image.</summary>
    public static string Largest(MaxPool2d module, Translation at)
    {
        if (!module.ceil_mode)
        {
            return at.Add(
                "MaxPool", OnnxAttribute.Of("kernel_shape", module.kernel_size), OnnxAttribute.Of("strides", module.stride),
                OnnxAttribute.Of("pads", [.. module.padding, .. module.padding]), OnnxAttribute.Of("dilations", module.dilation));
        }

        if (module.dilation.Any(step => step != 1))
        {
            throw at.Refusal(module, "its windows have gaps and may reach past the image (ceil_mode)", "do without one of both instead");
        }

        AxisWindows[] axes = Axes(at, (side, i) => AxisWindows.Strided(
            side, module.kernel_size[i], module.stride[i], module.padding[i], past: true, countsPadding: false));
        return Largest(at, axes[0], axes[1]);
    }

    /// <summary><c>AveragePool</c>, or along each axis where windows may reach past the image or the divisor is given.</summary>
    public static string Mean(AvgPool2d module, Translation at)
    {
        if (!module.ceil_mode && module.divisor_override is null)
        {
            return at.Add(
                "AveragePool", OnnxAttribute.Of("kernel_shape", module.kernel_size), OnnxAttribute.Of("strides", module.stride),
                OnnxAttribute.Of("pads", [.. module.padding, .. module.padding]),
                OnnxAttribute.Of("count_include_pad", module.count_include_pad ? 1L : 0));
        }

        AxisWindows[] axes = Axes(at, (side, i) => AxisWindows.Strided(
            side, module.kernel_size[i], module.stride[i], module.padding[i], module.ceil_mode, module.count_include_pad));
        return module.divisor_override is long divisor
            ? Mean(at, axes[0].DividedBy(divisor), axes[1].DividedBy(1))
            : Mean(at, axes[0], axes[1]);
    }

    /// <summary><c>GlobalMaxPool</c>, or along each axis.</summary>
    public static string AdaptiveLargest(AdaptiveMaxPool2d module, Translation at)
    {
        AxisWindows[] axes = Axes(at, (side, i) => AxisWindows.Adaptive(side, module.output_size[i]));
        return IsGlobal(module.output_size) ? at.Add("GlobalMaxPool") : Largest(at, axes[0], axes[1]);
    }

    /// <summary><c>GlobalAveragePool</c>, or along each axis.</summary>
    public static string AdaptiveMean(AdaptiveAvgPool2d module, Translation at)
    {
        AxisWindows[] axes = Axes(at, (side, i) => AxisWindows.Adaptive(side, module.output_size[i]));
        return IsGlobal(module.output_size) ? at.Add("GlobalAveragePool") : Mean(at, axes[0], axes[1]);
    }

    /// <summary><c>Reshape</c>, <c>Pad</c> by a pixel outside, <c>Gather</c>, <c>ReduceMax</c> or <c>MatMul</c>, <c>Reshape</c>.</summary>
    public static string Windows(PlainWindows module, Translation at)
    {
        PixelWindows windows = module.WindowsOf(at.Rows, at.Columns);
        bool maxima = module.Kind == PoolingKind.Max;
        long places = windows.Weights.Count, outputs = windows.Rows * windows.Columns;
        string pixels = at.Add("Reshape", [at.Input.Name, at.Numbers(0, 0, -1)]);
        string outside = at.Number(maxima ? double.NegativeInfinity : 0);
        string padded = at.Add("Pad", [pixels, at.Numbers(0, 0, 0, 0, 0, 1), outside], OnnxAttribute.Of("mode", "constant"));
        string sources = at.Indices("pixels", [places, outputs], windows.Sources);
        string gathered = at.Add("Gather", [padded, sources], OnnxAttribute.Of("axis", 2L));
        string pooled = maxima
            ? at.Add("ReduceMax", [gathered], OnnxAttribute.Of("axes", [2L]), OnnxAttribute.Of("keepdims", 0L))
            : at.Add("MatMul", [at.Weights("places", [1, places], windows.Weights), gathered]);
        return at.Add("Reshape", [pooled, at.Numbers(0, 0, windows.Rows, windows.Columns)]);
    }

    private static string Largest(Translation at, AxisWindows rows, AxisWindows columns)
    {
        string over = Largest(at, at.Input.Name, "rows", rows, 2);
        return Largest(at, over, "columns", columns, 3);
    }

    private static string Largest(Translation at, string input, string name, AxisWindows axis, long number)
    {
        string pixels = at.Indices(name, [axis.Windows.Count, axis.Longest], axis.Pixels());
        string gathered = at.Add("Gather", [input, pixels], OnnxAttribute.Of("axis", number));
        return at.Add("ReduceMax", [gathered], OnnxAttribute.Of("axes", [number + 1]), OnnxAttribute.Of("keepdims", 0L));
    }

    private static string Mean(Translation at, AxisWindows rows, AxisWindows columns)
    {
        string left = at.Weights("rows", [rows.Windows.Count, rows.Side], rows.Means());
        string right = at.Weights("columns", [columns.Side, columns.Windows.Count], columns.MeansTransposed());
        return at.Add("MatMul", [at.Add("MatMul", [left, at.Input.Name]), right]);
    }

    private static AxisWindows[] Axes(Translation at, Func<int, int, AxisWindows> windows) => [windows(at.Rows, 0), windows(at.Columns, 1)];

    private static bool IsGlobal(long[] output) => output is [1, 1];
}
