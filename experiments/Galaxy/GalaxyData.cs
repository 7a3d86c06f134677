using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Data.Sky;
using GCnn.Experiments.Ranks;
using GCnn.Experiments.Reports;
using GCnn.Images;

namespace GCnn.Experiments.Galaxy;

/// <summary>The images of a run and the parts they are used for.</summary>
/// <param name="Name">Where they come from.</param>
/// <param name="Set">Images for training and validation, and for the final numbers unless there is a second set.</param>
/// <param name="Train">Training images of <paramref name="Set"/>.</param>
/// <param name="Validation">Validation images of <paramref name="Set"/>.</param>
/// <param name="TestSet">Images for the final numbers.</param>
/// <param name="Test">Test images of <paramref name="TestSet"/>.</param>
/// <param name="Checksum">A checksum of all object ids, to tell whether two runs used the same objects.</param>
public sealed record GalaxyData(
    string Name, GalaxySet Set, IReadOnlyList<int> Train, IReadOnlyList<int> Validation, GalaxySet TestSet, IReadOnlyList<int> Test,
    string Checksum) : IDisposable
{
    private static readonly string[] FitsEndings = [".fits", ".fit", ".fts", ".fz"];

    // What images are read from, for as long as they may be read.
    private readonly List<IDisposable> _sources = [];

    // The nets see the centre of a somewhat larger stored image, at the same scale, so that a turned or shifted crop finds
    // sky at its corners. 105 : 65 and 99 % of the width put two pixels of a 212-pixel cut-out into one.
    private const double StoredToSeen = 105.0 / 65;
    private const double Kept = 0.99;

    /// <summary>The side of the stored images for nets that see <paramref name="size"/> pixels; both odd, so that centres agree.</summary>
    /// <param name="size">Side of what the nets see.</param>
    public static int StoredSize(int size) => size + (2 * (int)Math.Round(size * (StoredToSeen - 1) / 2));

    /// <summary>How images are stored for nets that see <paramref name="size"/> pixels.</summary>
    /// <param name="size">Side of what the nets see.</param>
    public static CentreResize Resize(int size) => new(StoredSize(size), Kept);

    /// <summary>The format of the images.</summary>
    public string Format { get; private init; } = "";

    /// <summary>What the run is about, to be kept with its results.</summary>
    public Manifest Manifest => new(Name, Format, Set.Skipped.Count + (TestSet == Set ? 0 : TestSet.Skipped.Count), [
        Part("train", Set, Train), Part("validation", Set, Validation), Part("test", TestSet, Test)]);

    /// <summary>Loads or makes the images of a run.</summary>
    /// <param name="options">The options.</param>
    /// <param name="console">Shows how far it has come.</param>
    /// <param name="cancellation">Stops the loading.</param>
    /// <exception cref="DataException">The data cannot be used; one sentence.</exception>
    public static GalaxyData Load(GalaxyOptions options, ConsoleReporter console, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(console);
        var sources = new List<IDisposable>();
        try
        {
            GalaxyData data = Load(options, console, sources, cancellation);
            data._sources.AddRange(sources);
            return data;
        }
        catch
        {
            sources.ForEach(source => source.Dispose());
            throw;
        }
    }

    /// <summary>Closes what images are read from.</summary>
    public void Dispose() => _sources.ForEach(source => source.Dispose());

    private static GalaxyData Load(
        GalaxyOptions options, ConsoleReporter console, List<IDisposable> sources, CancellationToken cancellation)
    {
        (GalaxySet set, string format) = options.Data is null
            ? (console.Loading("making a synthetic sky", p => Sky(options, p, cancellation)), "synthetic")
            : Read(options.Data, options, console, sources, cancellation);
        GalaxySplit split = options.Stratified ? GalaxySplit.Stratified(set.ObjectIds, set.Classes) : GalaxySplit.Of(set.ObjectIds);
        string name = options.Data ?? "synthetic";
        if (options.Test is null)
        {
            return new GalaxyData(name, set, split.Train, split.Validation, set, split.Test, split.Checksum) { Format = format }.Checked();
        }

        (GalaxySet test, _) = Read(options.Test, options with { Task = set.Task }, console, sources, cancellation);
        int[] all = [.. Enumerable.Range(0, test.Count)];
        RefuseShared(set, test, options);
        return new GalaxyData(
            name, set, [.. split.Train, .. split.Test], split.Validation, test, all,
            SplitRule.Checksum(set.ObjectIds.Concat(test.ObjectIds))) { Format = format }.Checked();
    }

    private static GalaxySet Sky(GalaxyOptions options, IProgress<LoadProgress> progress, CancellationToken cancellation) =>
        new SyntheticSky((ulong)options.Seed).Make(
            SyntheticSky.DefaultCount, options.Task, Resize(options.Size), options.Threads, progress, cancellation);

    private static (GalaxySet Set, string Format) Read(
        string path, GalaxyOptions options, ConsoleReporter console, List<IDisposable> sources, CancellationToken cancellation)
    {
        CentreResize resize = Resize(options.Size);
        GalaxyObjects objects = Objects(path, options, resize, sources);
        GalaxySet set = console.Loading($"reading {path}", p => GalaxyLoader.Load(
            objects, resize, options.Threads, options.KeepBytes, p, RankGroup.Current, cancellation));
        return (set, objects.Format);
    }

    private static GalaxyObjects Objects(string path, GalaxyOptions options, CentreResize resize, List<IDisposable> sources)
    {
        if (options.Labels is null && options.Task != GalaxyTask.Votes && LabelTable.IsIn(path))
        {
            ImageArchive archive = ImageArchive.Open(path);
            sources.Add(archive);
            LabelTable table = LabelTable.Read(archive, options.Columns);
            if (!table.Rows.Any(row => IsFits(row.File)))
            {
                return GalaxyObjects.Of(archive, table, options.Task, resize);
            }
        }

        LabelledSource source = LabelledSource.Open(path, options.Labels, options.Columns, options.Source);
        sources.Add(source);
        return GalaxyObjects.Of(source, options.Task, resize);
    }

    private static bool IsFits(string file) =>
        FitsEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static ManifestPart Part(string name, GalaxySet set, IReadOnlyList<int> indices) => ManifestPart.Of(
        name, [.. indices.Select(i => set.ObjectIds[i])], [.. indices.Select(i => set.Classes[i])], set.Task.Classes);

    private static void RefuseShared(GalaxySet set, GalaxySet test, GalaxyOptions options)
    {
        string[] shared = [.. set.ObjectIds.Intersect(test.ObjectIds)];
        if (shared.Length > 0)
        {
            throw new DataException(
                $"{shared.Length} objects are in both {options.Data} and {options.Test}, the first '{shared[0]}'; a test set must not be " +
                "trained on. Take them out of one.");
        }
    }

    private GalaxyData Checked()
    {
        (string Part, int Count)[] parts = [("training", Train.Count), ("validation", Validation.Count), ("test", Test.Count)];
        (string part, int count) = Array.Find(parts, p => p.Count < 2);
        return part is null
            ? this
            : throw new DataException(
                $"'{Name}' leaves {count} objects for {part}, and at least 2 are needed; the parts are fixed by a hash of the object id. " +
                "Give more objects.");
    }
}
