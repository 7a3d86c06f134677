using GCnn.Checkpoints;
using GCnn.Experiments.Training;

namespace GCnn.Experiments.Kills;

/// <summary>A training into a folder, by as many processes as it takes.</summary>
internal sealed class KilledTraining
{
    private const string Model = "p4m";
    private const string Going = "from its checkpoint";
    private const string Temporary = ".tmp";

    private readonly string _folder;
    private readonly string[] _arguments;

    /// <summary>Describes the training.</summary>
    /// <param name="place">A folder with the pictures in <c>sky</c>.</param>
    /// <param name="name">The name of the folder of its <c>--out</c>.</param>
    /// <param name="seed">Its seed.</param>
    public KilledTraining(string place, string name, int seed)
    {
        _folder = Path.Combine(place, name);
        _arguments =
        [
            "galaxy", "--data", Path.Combine(place, "sky"), "--size", "17", "--parameters", "1500", "--epochs", "30", "--batch", "8",
            "--config", Path.Combine(place, KillConfig.FileName), "--seed", $"{seed}", "--models", Model, "--threads", "1",
            "--save-every", "0.05", "--out", _folder,
        ];
    }

    /// <summary>How often a process has gone on from a checkpoint.</summary>
    public int Resumed { get; private set; }

    private string Checkpoints => Path.Combine(_folder, CheckpointFolder.Name);

    /// <summary>Trains to the end.</summary>
    /// <returns>How long the process took.</returns>
    /// <exception cref="InvalidDataException">It could not; one sentence.</exception>
    public TimeSpan Finish()
    {
        using var process = new TrainingProcess(_arguments);
        Note(process, isKilled: false);
        return process.Age;
    }

    /// <summary>Trains until a moment, and kills the process.</summary>
    /// <returns>The kill; null where the process had come to its end before.</returns>
    /// <exception cref="InvalidDataException">The process ended by itself, before its end; one sentence.</exception>
    public Kill? Until(KillMoment moment, CancellationToken cancellation)
    {
        HashSet<string> before = [.. Files()];
        string? newest = Newest();
        using var process = new TrainingProcess(_arguments);
        while (!process.HasEnded && (process.Age < moment.After || (moment.AtWriting && !Files().Any(file => IsNewPart(file, before)))))
        {
            cancellation.ThrowIfCancellationRequested();
            Pause(moment, process.Age);
        }

        bool isKilled = !process.HasEnded;
        TimeSpan after = process.Age;
        process.Kill();
        isKilled &= Note(process, isKilled);
        return isKilled ? new Kill(after, Place(before, newest), Newest()) : null;
    }

    /// <summary>What the training came to.</summary>
    public TrainingResult Result() => TrainingResult.Of(_folder, Model);

    /// <summary>Refuses a folder in which something with the name of a whole file is none.</summary>
    /// <exception cref="InvalidDataException">There is one; one sentence.</exception>
    public void RequireWhole()
    {
        foreach (string path in Files().Where(file => file.EndsWith(Checkpoint.Extension, StringComparison.Ordinal)))
        {
            using SafeTensorsFile file = SafeTensors.Open(path);
            file.Verify();
        }
    }

    /// <summary>Deletes everything, to begin anew.</summary>
    public void Clear() => Directory.Delete(_folder, recursive: true);

    /// <summary>Counts what a process has said.</summary>
    /// <returns>Whether it was killed before its end.</returns>
    private bool Note(TrainingProcess process, bool isKilled)
    {
        (int code, string output, string error) = process.End();
        Resumed += output.Contains(Going, StringComparison.Ordinal) ? 1 : 0;
        const int Killed = 128 + 9;
        return code == 0 ? false : isKilled && code == Killed ? true : throw new InvalidDataException(
            $"The training that was to be killed ended by itself with exit code {code}: {error.TrimEnd()}");
    }

    private KillPlace Place(HashSet<string> before, string? newestBefore) =>
        Files().Any(file => IsNewPart(file, before)) ? KillPlace.WhileWriting
        : File.Exists(Path.Combine(_folder, Model + Checkpoint.Extension)) ? KillPlace.AfterTheTraining
        : Newest() is not { } newest ? KillPlace.BeforeTheFirstCheckpoint
        : newest == newestBefore ? KillPlace.BeforeItsOwnFirst
        : KillPlace.BetweenTwo;

    // Waiting for a file must be quick, for a time it need not be.
    private static void Pause(KillMoment moment, TimeSpan age)
    {
        if (age < moment.After)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(Math.Min(5, Math.Ceiling((moment.After - age).TotalMilliseconds))));
        }
    }

    private string? Newest() => Files()
        .Select(file => Path.GetFileName(file))
        .Where(name => name.StartsWith($"{Model}.epoch-", StringComparison.Ordinal))
        .Max(StringComparer.Ordinal);

    private IEnumerable<string> Files() => new[] { _folder, Checkpoints }.Where(Directory.Exists).SelectMany(Directory.GetFiles);

    private static bool IsNewPart(string file, HashSet<string> before) =>
        file.EndsWith(Temporary, StringComparison.Ordinal) && file.Contains(Checkpoint.Extension, StringComparison.Ordinal)
        && !before.Contains(file);
}
