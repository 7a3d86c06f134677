using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions of any dimension share. Their weight is in_channels x out_channels / groups x kernel.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias,
            padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>To an output of a given size, one of those that the stride leaves open; null takes the module's output padding.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>What must be added to the smallest output to reach the size asked for.</summary>
    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null) return output_padding;
        if (output_size.Length == num_spatial_dims + 2) output_size = output_size[2..];
        if (output_size.Length != num_spatial_dims)
        {
            throw new ArgumentException(
                $"{GetName()}: an output size has {num_spatial_dims} or {num_spatial_dims + 2} numbers; {output_size.Length} were given.",
                nameof(output_size));
        }

        var added = new long[num_spatial_dims];
        for (var d = 0; d < added.Length; d++)
        {
            var side = input.size(d - (int)num_spatial_dims);
            var smallest = ((side - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            added[d] = output_size[d] - smallest;
            if (added[d] < 0 || added[d] >= stride[d])
            {
                throw new ArgumentException(
                    $"{GetName()}: the output sides from {smallest} to {smallest + stride[d] - 1} belong to an input side of {side}; " +
                    $"{output_size[d]} was asked for.",
                    nameof(output_size));
            }
        }

        return added;
    }
}
