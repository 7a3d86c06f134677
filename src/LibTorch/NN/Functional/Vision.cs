using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Reads the input at real positions: each (x, y) of the grid in [-1, 1] across the image.</summary>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                // TorchSharp numbers both enumerations otherwise than ATen does.
                var interpolation = mode switch
                {
                    GridSampleMode.Bilinear => 0L,
                    GridSampleMode.Nearest => 1L,
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), $"{mode} is not a sampling mode of grid_sample."),
                };
                var padding = padding_mode switch
                {
                    GridSamplePaddingMode.Zeros => 0L,
                    GridSamplePaddingMode.Border => 1L,
                    GridSamplePaddingMode.Reflection => 2L,
                    _ => throw new ArgumentOutOfRangeException(
                        nameof(padding_mode), $"{padding_mode} is not a padding mode of grid_sample."),
                };
                return Aten.Call("grid_sampler", input, grid, interpolation, padding, align_corners ?? false);
            }

            /// <summary>The sampling grid of the affine maps <paramref name="theta"/>, for an output of <paramref name="size"/>.</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) => Aten.Call(
                "affine_grid_generator", theta, size ?? throw new ArgumentNullException(nameof(size), "affine_grid needs the output's size."),
                align_corners);
        }
    }
}
