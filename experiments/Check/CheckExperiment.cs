using GCnn.Actions;
using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Models;
using GCnn.Groups;
using GCnn.Layers;
using GCnn.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Check;

/// <summary>
/// The question whether a model is equivariant under the group that it claims: proved by its certificate, and measured in float64 on random
/// images, as a whole and layer by layer, before training and after some steps of it.
/// </summary>
public static class CheckExperiment
{
    /// <summary>Answers, prints and writes.</summary>
    /// <param name="source">The model; its net is turned to float64.</param>
    /// <param name="options">Steps and outputs.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="UsageException">The net cannot take images of that size, or a place cannot be written; one sentence.</exception>
    public static CheckAnswer Run(ModelSource source, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        Certificate certificate = Certify(source);
        RequireWritable(options);

        CheckResult result = new(source.Name, source.Epochs, certificate, Measure(source, options));
        CheckTable.Print(result, Console.Out);
        if (options.Json is not null)
        {
            CheckJson.Write(result, options);
        }

        if (options.Maps is not null)
        {
            Draw(result, options.Maps);
        }

        return result.Answer;
    }

    private static Certificate Certify(ModelSource source)
    {
        try
        {
            return Certificate.For(source.Features, source.Size, source.Size);
        }
        catch (ArgumentException refusal)
        {
            throw new UsageException($"--size {source.Size}: {refusal.Message.Split(" (Parameter")[0]}", refusal);
        }
    }

    private static ModelReport Measure(ModelSource source, CheckOptions options)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(1);
        FieldType input = source.Features.RestrictedInputType;
        Tensor x = randn([1, input.Channels, source.Size, source.Size], ScalarType.Float64, generator: generator);
        source.Net.to(ScalarType.Float64);
        return ModelReport.For(source.Net, input, output: null, input.Group.Lattice is HexagonalLattice ? x.MaskToHexagon() : x, new()
        {
            Steps = options.Steps,
            Measurement = new() { KeepMaps = options.Maps is not null },
        });
    }

    /// <summary>The own error of each layer with an error, at each stage.</summary>
    private static void Draw(CheckResult result, string folder)
    {
        List<string> names = [];
        foreach (ModelStage stage in result.Report.Stages)
        {
            string prefix = ReferenceEquals(stage, result.Report.Before) ? "before" : "after";
            foreach (LayerReport layer in stage.Layers.Where(layer => layer.Own.Errors.All(error => error.Map is not null)))
            {
                names.Add(ErrorMapPicture.FileName($"{prefix}-{layer.Path}", layer.Own));
                byte[] png = ErrorMapPicture.Png(layer.Own);
                AtomicFile.Write(Path.Combine(folder, names[^1]), stream => stream.Write(png));
            }
        }

        Console.Out.WriteLine($"{folder}: {names.Count} error maps");
    }

    /// <summary>Before the work, because after it the results would be lost.</summary>
    private static void RequireWritable(CheckOptions options)
    {
        if (options.Json is not null)
        {
            OutputPath.RequireWritable("--json", options.Json);
        }

        if (options.Maps is not null)
        {
            OutputPath.MakeFolder("--maps", options.Maps);
        }
    }
}
