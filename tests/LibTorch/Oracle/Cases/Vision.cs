using F = TorchSharp.torch.nn.functional;

namespace GCnn.LibTorch.Tests.Oracle.Cases;

internal static partial class CaseTable
{
    private static Dictionary<string, Func<OracleCase, Outputs>> Vision => new()
    {
        ["functional.pad/constant"] = c => F.pad(c.A, (1, 2, 0, 1)),
        ["functional.pad/reflect"] = c => F.pad(c.A, (1, 2, 0, 1), PaddingModes.Reflect),
        ["functional.pad/replicate"] = c => F.pad(c.A, [1, 2, 0, 1], PaddingModes.Replicate),
        ["functional.pad/circular"] = c => F.pad(c.A, (1, 2, 0, 1), PaddingModes.Circular),
        ["functional.pad/value"] = c => F.pad(c.A, (1, 0), PaddingModes.Constant, 2.5),
        ["functional.interpolate/nearest"] = c => F.interpolate(c.A, scale_factor: [2, 1.5]),
        ["functional.interpolate/nearest exact"] = c => F.interpolate(c.A, [5, 2], mode: InterpolationMode.NearestExact),
        ["functional.interpolate/bilinear"] = c => F.interpolate(c.A, [5, 4], mode: InterpolationMode.Bilinear),
        ["functional.interpolate/bilinear corners"] = c =>
            F.interpolate(c.A, [5, 4], mode: InterpolationMode.Bilinear, align_corners: true),
        ["functional.interpolate/bilinear factor"] = c => F.interpolate(c.A, scale_factor: [0.7, 1.6], mode: InterpolationMode.Bilinear),
        ["functional.interpolate/bilinear factor recomputed"] = c =>
            F.interpolate(c.A, scale_factor: [0.7, 1.6], mode: InterpolationMode.Bilinear, recompute_scale_factor: true),
        ["functional.interpolate/bicubic"] = c => F.interpolate(c.A, [4, 5], mode: InterpolationMode.Bicubic),
        ["functional.interpolate/area"] = c => F.interpolate(c.A, [2, 2], mode: InterpolationMode.Area),
        ["functional.interpolate/antialias"] = c => F.interpolate(c.A, [2, 2], mode: InterpolationMode.Bilinear, antialias: true),
        ["functional.interpolate/linear"] = c => F.interpolate(c.A, [5], mode: InterpolationMode.Linear),
        ["functional.interpolate/trilinear"] = c => F.interpolate(c.A, [2, 3, 2], mode: InterpolationMode.Trilinear),
        ["functional.grid_sample/zeros"] = c => F.grid_sample(c.A, c["g"]),
        ["functional.grid_sample/border"] = c => F.grid_sample(c.A, c["g"], padding_mode: GridSamplePaddingMode.Border),
        ["functional.grid_sample/reflection"] = c =>
            F.grid_sample(c.A, c["g"], padding_mode: GridSamplePaddingMode.Reflection, align_corners: false),
        ["functional.grid_sample/nearest"] = c => F.grid_sample(c.A, c["g"], GridSampleMode.Nearest, align_corners: true),
        ["functional.affine_grid"] = c =>
            Outputs.Of(F.affine_grid(c["t"], [1, 1, 2, 3]), F.affine_grid(c["t"], [1, 1, 2, 2], align_corners: true)),
        ["functional.one_hot"] = c => Outputs.Of(F.one_hot(c.I), F.one_hot(c.I, 5)),
    };
}
