namespace GCnn.Experiments.Bench;

/// <summary>The cases that are measured without being asked for others, by the command's names of them.</summary>
internal static class BenchCases
{
    /// <summary>The names, in the order in which they are measured.</summary>
    public static IReadOnlyList<string> Names { get; } = ["conv", "step", "net", "augment"];

    /// <summary>The cases of a name, or of all of them if null.</summary>
    public static IReadOnlyList<BenchCase> Of(string? name) => name switch
    {
        null => [.. Names.SelectMany(Of)],
        "conv" => [.. Convolutions()],
        "step" => [.. Nets(BenchPass.Step)],
        "net" => [.. Nets(BenchPass.Forward)],
        "augment" => [.. Augmentations()],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such benchmark."),
    };

    private static IEnumerable<BenchCase> Convolutions() =>
    [
        .. Both(BenchWork.Pixels, "D4", 16, 64),
        .. Both(BenchWork.Pixels, "D4", 32, 64),
        .. Both(BenchWork.Pixels, "D4", 32, 64, threads: 2),
        .. Both(BenchWork.Pixels, "C4", 32, 64),
        .. Both(BenchWork.Hexagon, "D6", 16, 65),
        .. Both(BenchWork.Steerable, "C8", 16, 64),
        .. Both(BenchWork.Steerable, "C16", 16, 64),
        .. Both(BenchWork.Steerable, "D8", 16, 64),
    ];

    private static IEnumerable<BenchCase> Nets(BenchPass pass) =>
    [
        new(BenchWork.Residual, "D4", 6, 33, 32, pass),
        new(BenchWork.Residual, "D4", 6, 65, 8, pass),
        new(BenchWork.P4Cnn, "C4", 10, 28, 128, pass),
    ];

    private static IEnumerable<BenchCase> Augmentations() =>
    [
        new(BenchWork.Warp, "D4", 3, 65, 64, BenchPass.Forward),
        new(BenchWork.PointElement, "D4", 3, 65, 64, BenchPass.Forward),
        new(BenchWork.WholePipeline, "D4", 3, 65, 64, BenchPass.Forward),
        new(BenchWork.Colour, "D1", 3, 128, 64, BenchPass.Forward),
        new(BenchWork.Decode, "D1", 3, 128, 64, BenchPass.Forward),
    ];

    private static IEnumerable<BenchCase> Both(string work, string group, int fields, int size, int threads = 1) =>
    [
        new(work, group, fields, size, 8, BenchPass.Forward, threads),
        new(work, group, fields, size, 8, BenchPass.Step, threads),
    ];
}
