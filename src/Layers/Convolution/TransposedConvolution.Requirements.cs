using GCnn.Groups;

namespace GCnn.Layers;

public sealed partial class TransposedConvolution
{
    private static TransposedWindowGeometry Checked(
        FieldType inputType, FilterBasis filters, int stride, int padding, int dilation, int outputPadding)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return Checked(inputType, filters.Stencil, stride, padding, dilation, outputPadding);
    }

    private static TransposedWindowGeometry Checked(
        FieldType inputType, Stencil stencil, int stride, int padding, int dilation, int outputPadding)
    {
        ArgumentNullException.ThrowIfNull(inputType);
        ArgumentNullException.ThrowIfNull(stencil);
        RequireAtLeast(1, stride, nameof(TransposedConvolution), nameof(stride));
        RequireAtLeast(0, padding, nameof(TransposedConvolution), nameof(padding));
        RequireAtLeast(1, dilation, nameof(TransposedConvolution), nameof(dilation));
        if (outputPadding < 0 || outputPadding >= stride)
        {
            throw new ArgumentOutOfRangeException(
                nameof(outputPadding),
                $"TransposedConvolution: the outputPadding is {outputPadding}; with stride {stride} a convolution takes {stride} sizes to one, " +
                $"so it must be from 0 to {stride - 1}.");
        }

        Windows.RequireCell(nameof(TransposedConvolution), inputType.Group, stencil);
        return new TransposedWindowGeometry(stencil.Rows, stencil.Columns, stride, padding, dilation, outputPadding);
    }
}
