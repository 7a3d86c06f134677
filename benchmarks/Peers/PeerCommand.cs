namespace GCnn.Benchmarks;

/// <summary>The command <c>peers</c>: ours beside what another library computes and how long it takes.</summary>
internal static class PeerCommand
{
    private const string Usage = """
        peers filters OUT.json            projects the filters that benchmarks/peers/e2cnn_filters.py wrote onto our kernel spaces
        peers construction OUT.jsonl      measures the construction of layers, as benchmarks/peers/e2cnn_construction.py does
        """;

    public static int Run(string[] arguments) => arguments switch
    {
        ["filters", string path] => FilterReport.Run(path),
        ["construction", string path] => ConstructionReport.Run(path),
        ["worker", string group, string fields, string size] => ConstructionWorker.Run(new(group, int.Parse(fields), int.Parse(size))),
        _ => Help(),
    };

    private static int Help()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
