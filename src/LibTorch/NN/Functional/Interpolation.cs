using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dimensions = (int)x.ndim - 2;
                if (size is null == scale_factor is null)
                {
                    throw new ArgumentException("interpolate: give either the size or the scale_factor.");
                }

                if ((size?.Length ?? scale_factor!.Length) is var given && given != dimensions)
                {
                    throw new ArgumentException($"interpolate: {given} sizes or factors for the {dimensions} spatial dimensions of {x}.");
                }

                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. scale_factor.Select((s, i) => (long)Math.Floor(x.size(i + 2) * s))];
                    scale_factor = null;
                }

                var name = Upsampling(mode, dimensions, antialias);
                return mode switch
                {
                    InterpolationMode.Area => Aten.Call(name, x, size!),
                    InterpolationMode.Nearest or InterpolationMode.NearestExact => Aten.Call(name, x, size, scale_factor),
                    _ => Aten.Call(name, x, size, align_corners ?? false, scale_factor),
                };
            }

            private static string Upsampling(InterpolationMode mode, int dimensions, bool antialias) => (mode, dimensions, antialias) switch
            {
                (InterpolationMode.Nearest, >= 1 and <= 3, false) => $"upsample_nearest{dimensions}d.vec",
                (InterpolationMode.NearestExact, >= 1 and <= 3, false) => $"_upsample_nearest_exact{dimensions}d.vec",
                (InterpolationMode.Area, >= 1 and <= 3, false) => $"adaptive_avg_pool{dimensions}d",
                (InterpolationMode.Linear, 1, false) => "upsample_linear1d.vec",
                (InterpolationMode.Bilinear, 2, false) => "upsample_bilinear2d.vec",
                (InterpolationMode.Bilinear, 2, true) => "_upsample_bilinear2d_aa.vec",
                (InterpolationMode.Bicubic, 2, false) => "upsample_bicubic2d.vec",
                (InterpolationMode.Bicubic, 2, true) => "_upsample_bicubic2d_aa.vec",
                (InterpolationMode.Trilinear, 3, false) => "upsample_trilinear3d.vec",
                _ => throw new ArgumentException(
                    $"interpolate: there is no {mode} interpolation over {dimensions} dimensions{(antialias ? " with antialiasing" : "")}.", nameof(mode)),
            };
        }
    }
}
