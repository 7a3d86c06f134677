using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Galaxy;
using GCnn.Experiments.Training;
using GCnn.Groups;
using GCnn.Layers;
using static TorchSharp.torch;

namespace GCnn.Experiments.Models;

/// <summary>
/// The model that an argument <c>&lt;model&gt;</c> means: a name as in <c>gcnn galaxy --models</c>, untrained, or a checkpoint that
/// <c>gcnn galaxy --out</c> has written.
/// </summary>
public sealed class ModelSource : IDisposable
{
    /// <summary>No image may have a longer side.</summary>
    public const int MaximumSize = 4096;

    private ModelSource(ModelName name, GalaxyTask task, GalaxyNet net, int size, int? epochs)
    {
        (Name, Task, Net, Size, Epochs) = (name, task, net, size, epochs);
        net.eval();
    }

    /// <summary>The model's name.</summary>
    public ModelName Name { get; }

    /// <summary>The task, which gives the classes; for a name it is morphology.</summary>
    public GalaxyTask Task { get; }

    /// <summary>The net, in evaluation mode.</summary>
    public GalaxyNet Net { get; }

    /// <summary>Its equivariant part.</summary>
    public EquivariantSequential Features => Net.Features;

    /// <summary>The side of the images: as asked, or what the checkpoint was trained on, or that of <c>gcnn galaxy</c>.</summary>
    public int Size { get; }

    /// <summary>The epochs that the net was trained for; null where its weights are those it begins with.</summary>
    public int? Epochs { get; }

    /// <summary>Whether the net comes from a checkpoint.</summary>
    public bool IsTrained => Epochs is not null;

    /// <summary>The name, how it was trained and the size, such as <c>p4m-p4-p2, untrained, on 65 x 65</c>.</summary>
    public override string ToString()
    {
        string training = Epochs is null ? "untrained" : $"trained for {Epochs} {(Epochs == 1 ? "epoch" : "epochs")} of {Task}";
        return $"{Name.Name}, {training}, on {Size} x {Size}";
    }

    /// <summary>Finds a model and builds its net.</summary>
    /// <param name="model">A name, or the path of a checkpoint; of both, the name is meant.</param>
    /// <param name="size">The side of the images: any, not only those on which the net is exact.</param>
    /// <param name="parameters">For a name, the parameter budget.</param>
    /// <param name="seed">For a name, the seed of the weights.</param>
    /// <exception cref="UsageException">There is no such model, or a number makes no sense; one sentence.</exception>
    /// <exception cref="InvalidDataException">The file is no whole checkpoint; one sentence.</exception>
    public static ModelSource Open(string model, int? size = null, int? parameters = null, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require(size is null or (>= 1 and <= MaximumSize), $"--size {size}: from 1 to {MaximumSize} pixels are possible.");
        ModelSource found = ModelName.Find(model, out string reason) is { } name
            ? Named(name, size, parameters ?? GalaxyOptions.DefaultParameters, seed ?? 0)
            : Trained(model, reason, size, parameters, seed);
        try
        {
            Require(
                found.Name.Groups.Lattice is SquareLattice || found.Size % 2 == 1,
                $"--size {found.Size}: hexagons of {found.Name.Name} are stored on an odd number of rows and columns; use " +
                $"{found.Size + 1}.");
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Net.Dispose();

    private static ModelSource Named(ModelName name, int? size, int parameters, int seed)
    {
        GalaxyOptions.RequireParameters(parameters);
        GalaxyOptions.RequireSeed(seed);
        GalaxyTask task = GalaxyTask.Morphology;
        using var generator = new Generator((ulong)seed);
        int[] widths = WidthSolver.Solve(name.Groups, task.Outputs, parameters);
        var net = new GalaxyNet(name.Groups, widths, task.Outputs, generator);
        return new ModelSource(name, task, net, size ?? GalaxyOptions.DefaultSize, epochs: null);
    }

    private static ModelSource Trained(string path, string reason, int? size, int? parameters, int? seed)
    {
        string nothing = Directory.Exists(path) ? $"'{path}' is a folder" : "There is no such file";
        Require(
            File.Exists(path), $"{nothing}, and as a model {reason} A checkpoint of gcnn galaxy --out is a model too.");
        Require(
            parameters is null && seed is null, $"--parameters and --seed are for models by name; the checkpoint {path} has its own.");
        (CheckpointHeader header, GalaxyNet net, int epochs) = Checkpoint.ReadNet(path);
        return new ModelSource(header.Model, header.Task, net, size ?? header.Size, epochs);
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException(message);
        }
    }
}
