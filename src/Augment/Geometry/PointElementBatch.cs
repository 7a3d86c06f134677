using System.Collections.Concurrent;
using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The core's action on images whose channels do not turn, with the gather indices of the sizes met so far.</summary>
internal sealed class PointElementBatch
{
    private readonly ConcurrentDictionary<FieldType, SampleActions> _actions = [];

    public Tensor Apply(Tensor images, PlaneGroup group, PointElementParameters[] parameters)
    {
        if (Array.Find(parameters, p => !p.Group.Equals(group)) is PointElementParameters foreign)
        {
            throw new ArgumentException(
                $"The element to apply is of {foreign.Group}; this augmentation acts by {group}. Were the parameters drawn by another one?",
                nameof(parameters));
        }

        var scalars = FieldType.Trivial(group, (int)images.shape[1]);
        return _actions.GetOrAdd(scalars, type => new SampleActions(type)).Apply(images, Array.ConvertAll(parameters, p => p.Element));
    }
}
