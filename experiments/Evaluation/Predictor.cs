using GCnn.Actions;
using GCnn.Experiments.Data;
using GCnn.Experiments.Training;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Evaluation;

/// <summary>Runs a net in evaluation mode over images of a set, as they are or in every pose of p4m.</summary>
public static class Predictor
{
    private const int Batch = 128;

    /// <summary>The net's logits for images of a set.</summary>
    /// <param name="net">The net.</param>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers.</param>
    /// <param name="size">Side of what the net sees, the centre of the set's images.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static Logits Predict(
        nn.Module<Tensor, Tensor> net, GalaxySet set, IReadOnlyList<int> images, int size, CancellationToken cancellation) =>
        Poses(net, set, images, size, PlaneGroup.P1, cancellation)[0];

    /// <summary>The net's logits for images of a set moved by each point element of a plane group, exactly, about their centre.</summary>
    /// <param name="net">The net.</param>
    /// <param name="set">The set.</param>
    /// <param name="images">The images' numbers.</param>
    /// <param name="size">Side of what the net sees.</param>
    /// <param name="group">The plane group.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>Logits for each element of the point group, in its order.</returns>
    public static IReadOnlyList<Logits> Poses(
        nn.Module<Tensor, Tensor> net, GalaxySet set, IReadOnlyList<int> images, int size, PlaneGroup group, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(group);
        net.eval();
        using IDisposable noGrad = no_grad();
        var colours = FieldType.Trivial(group, 3);
        FieldAction[] actions = [.. Enumerable.Range(0, group.Order).Select(h => new FieldAction(colours, h))];
        List<float>[] rows = [.. actions.Select(_ => new List<float>())];
        foreach (int[] batch in images.Chunk(Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            Tensor centre = GalaxyAugmentation.Centre(GalaxyBatch.Load(set, batch), size);
            for (int h = 0; h < rows.Length; h++)
            {
                rows[h].AddRange(net.call(actions[h].Apply(centre)).data<float>().ToArray());
            }
        }

        Array.ForEach(actions, action => action.Dispose());
        return [.. rows.Select(row => new Logits([.. row], set.Task.Classes.Count))];
    }
}
