using GCnn.Actions;
using GCnn.Data;
using GCnn.Experiments.Data;
using GCnn.Experiments.Models;
using GCnn.Experiments.Training;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Evaluation;

/// <summary>Runs a net in evaluation mode over images of a set, as they are or moved by every symmetry of the net's lattice.</summary>
public static class Predictor
{
    private const int Batch = 128;

    /// <summary>The net's logits for images of a set.</summary>
    /// <param name="net">The net.</param>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers.</param>
    /// <param name="view">What the net sees, of the centre of the set's images.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static Logits Predict(
        nn.Module<Tensor, Tensor> net, GalaxySet set, IReadOnlyList<int> images, LatticeView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Moved(net, set, images, view, [0], cancellation)[0];
    }

    /// <summary>The net's logits for images of a set moved by each symmetry of the view's lattice, exactly, about their centre.</summary>
    /// <param name="net">The net.</param>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers.</param>
    /// <param name="view">What the net sees; what it sees is moved, pixels or cells.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Logits for each element of the point group of <see cref="LatticeView.Symmetries"/>, in its order.</returns>
    public static IReadOnlyList<Logits> Poses(
        nn.Module<Tensor, Tensor> net, GalaxySet set, IReadOnlyList<int> images, LatticeView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Moved(net, set, images, view, Enumerable.Range(0, view.Symmetries.Order), cancellation);
    }

    private static Logits[] Moved(
        nn.Module<Tensor, Tensor> net, GalaxySet set, IReadOnlyList<int> images, LatticeView view, IEnumerable<int> elements,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        net.eval();
        using IDisposable noGrad = no_grad();
        var colours = FieldType.Trivial(view.Symmetries, 3);
        FieldAction[] actions = [.. elements.Select(h => new FieldAction(colours, h))];
        List<float>[] rows = [.. actions.Select(_ => new List<float>())];
        int columns = set.Task.Outputs;
        int[][] batches = [.. images.Chunk(Batch)];
        using StreamingLoader<PixelBatch> loader = set.Stream(batches, cancellation);
        foreach (Loaded<PixelBatch> batch in loader.TakeAll())
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            Tensor loaded = GalaxyBatch.Of(set, batch.Value, batches[batch.Place].Length);
            Tensor seen = view.Of(GalaxyAugmentation.Centre(loaded, view.Size));
            for (int h = 0; h < rows.Length; h++)
            {
                rows[h].AddRange(net.call(actions[h].Apply(seen)).data<float>().ToArray());
            }
        }

        Array.ForEach(actions, action => action.Dispose());
        return [.. rows.Select(row => new Logits([.. row], columns))];
    }
}
