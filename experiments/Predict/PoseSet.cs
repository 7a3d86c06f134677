using GCnn.Actions;
using GCnn.Experiments.Models;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Experiments.Predict;

/// <summary>The poses in which each image is looked at: the image as it is, and moved by the other elements of a group. Safe from several
/// threads.</summary>
internal sealed class PoseSet : IDisposable
{
    private readonly LatticeView _view;
    private readonly FieldAction?[] _actions;
    private readonly bool[] _mirrored;

    /// <summary>The poses that a kind of orbit means for a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="orbit">The kind.</param>
    public PoseSet(ModelSource model, OrbitKind orbit)
    {
        _view = new LatticeView(model.Name.Groups.Lattice, model.Size);
        PlaneGroup all = _view.Symmetries;
        Group = orbit switch
        {
            OrbitKind.Own => model.Name.Groups.Last,
            OrbitKind.Lattice => all,
            _ => null,
        };
        int[] elements = Group is null ? [0] : [.. all.ElementsOf(Group)];
        FieldType colours = FieldType.Trivial(all, 3);
        _actions = Array.ConvertAll(elements, h => h == 0 ? null : new FieldAction(colours, h));
        _mirrored = Array.ConvertAll(elements, h => !all.IsRotation(h));
    }

    /// <summary>The group; null where nothing is said of orbits.</summary>
    public PlaneGroup? Group { get; }

    /// <summary>How many poses there are, the image as it is among them.</summary>
    public int Count => _actions.Length;

    /// <summary>Whether there is anything to compare: a group with another element than the identity.</summary>
    public bool HasSpread => Count > 1;

    /// <summary>What the net sees of square images.</summary>
    /// <param name="images">Images, <c>N x 3 x n x n</c>.</param>
    public Tensor View(Tensor images) => _view.Of(images);

    /// <summary>What is seen, in a pose; the first is the image as it is.</summary>
    /// <param name="seen">What the net sees.</param>
    /// <param name="pose">From 0 to <see cref="Count"/> - 1.</param>
    public Tensor Move(Tensor seen, int pose) => _actions[pose]?.Apply(seen) ?? seen;

    /// <summary>Whether a pose is a mirror image.</summary>
    /// <param name="pose">From 0 to <see cref="Count"/> - 1.</param>
    public bool IsMirrored(int pose) => _mirrored[pose];

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        Array.ForEach(_actions, action => action?.Dispose());
    }
}
