using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The adjoint of a correlation over the plane: out(s x + u - p) += weight(u) in(x), plus a bias.</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride, (long, long)? padding,
            (long, long)? output_padding, (long, long)? dilation, long groups, bool bias, PaddingModes padding_mode, Device? device,
            ScalarType? dtype)
            : base(
                nameof(ConvTranspose2d), in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), Pair(padding ?? (0, 0)), null,
                Pair(dilation ?? (1, 1)), true, Pair(output_padding ?? (0, 0)), groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size)
        {
            if (!ValidateShape(input, 2))
            {
                throw new ArgumentException(
                    $"ConvTranspose2d: the input has shape [{string.Join(", ", input.shape)}]; needed are [N, {in_channels}, H, W] or " +
                    $"[{in_channels}, H, W].",
                    nameof(input));
            }

            var added = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 2);
            return nn.functional.conv_transpose2d(input, weight, bias, stride, padding, added, dilation, groups);
        }

        private static long[] Pair((long, long) pair) => [pair.Item1, pair.Item2];
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(
                in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                (output_padding, output_padding), (dilation, dilation), groups, bias, padding_mode, device, dtype);

            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(
                in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation, groups, bias, padding_mode, device, dtype);
        }
    }
}
