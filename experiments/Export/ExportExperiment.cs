using GCnn.Data;
using GCnn.Experiments.CommandLine;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Groups;
using GCnn.Onnx;
using static TorchSharp.torch;

namespace GCnn.Experiments.Export;

/// <summary>A model as an ONNX file, and the question whether ONNX Runtime computes the same with it.</summary>
public static class ExportExperiment
{
    /// <summary>Writes the file, whole or not at all; where a comparison was asked for, only if it holds.</summary>
    /// <param name="source">The model.</param>
    /// <param name="options">What is asked for.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="UsageException">The model cannot be exported so, or the file not be written; one sentence.</exception>
    public static bool Run(ModelSource source, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        if (options.HexagonalInput && source.Name.Groups.Lattice is not HexagonalLattice)
        {
            throw new UsageException(
                $"--hexagonal-input is for models of hexagonal images; {source.Name.Name} sees square ones. Leave it out.");
        }

        if (options.Probabilities && source.Task == GalaxyTask.Votes)
        {
            throw new UsageException(
                $"--probabilities is for classes, of which one is right; {source.Task} are fractions for several questions. Leave it out.");
        }

        OutputPath.RequireWritable("--onnx", options.Onnx);
        using LatticeView view = new(source.Name.Groups.Lattice, source.Size);
        OnnxModel model = Export(source, view, options);
        if (options.Check && !Agrees(model, source, view, options))
        {
            return false;
        }

        AtomicFile.Write(options.Onnx, stream => OnnxFile.Write(model, stream));
        Console.Out.WriteLine($"{source}");
        Console.Out.WriteLine(
            $"{options.Onnx}: {model}; {model.Graph.Nodes.Count} operators, {new FileInfo(options.Onnx).Length / 1e6:0.0} MB");
        return true;
    }

    private static OnnxModel Export(ModelSource source, LatticeView view, ExportOptions options)
    {
        try
        {
            return OnnxExport.Of(source.Net, [3, source.Size, source.Size], new OnnxOptions
            {
                Probabilities = options.Probabilities,
                Resampling = options.HexagonalInput ? null : view.Plan,
                Notes = ExportNotes.Of(source, options.HexagonalInput),
            });
        }
        catch (Exception refusal) when (refusal is NotSupportedException or ArgumentException)
        {
            throw new UsageException(
                $"{source.Name.Name} on {source.Size} x {source.Size}: {refusal.Message.Split(" (Parameter")[0]}", refusal);
        }
    }

    /// <summary>Both on the same images: ours from the squares on, ONNX Runtime from what the file takes.</summary>
    private static bool Agrees(OnnxModel model, ModelSource source, LatticeView view, ExportOptions options)
    {
        string file = Path.Combine(Path.GetTempPath(), $"gcnn-{Guid.NewGuid():N}.onnx");
        try
        {
            AtomicFile.Write(file, stream => OnnxFile.Write(model, stream));
            using var runtime = OnnxRuntime.Start();
            runtime.Load(file);
            IEnumerable<Tensor> batches = options.Data is { } data ? ExportImages.Of(data, source.Size) : ExportImages.Made(source.Size);
            var agreement = Agreement.None;
            foreach (Tensor batch in batches)
            {
                agreement = agreement.And(Compare(batch));
                batch.Dispose();
            }

            Console.Out.WriteLine(
                $"ONNX Runtime {(agreement.Holds ? "agrees" : "does not agree")}: largest difference {agreement} (allowed: " +
                $"{Agreement.Allowed:0e0})");
            return agreement.Holds;

            Agreement Compare(Tensor squares)
            {
                using IDisposable noGrad = no_grad();
                using var scope = NewDisposeScope();
                Tensor seen = view.Of(squares);
                return Agreement.Of(source.Net.call(seen), runtime.Run(options.HexagonalInput ? seen : squares));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
