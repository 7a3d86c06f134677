using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>The action of each element on the inputs of a model, and of its inverse on the outputs.</summary>
internal sealed class OrbitActions : IDisposable
{
    private readonly PlaneGroup _group;
    private readonly FieldAction[]? _output;
    private readonly Dictionary<FieldType, FieldAction[]> _inputs = [];
    private readonly FieldType? _inputType;
    private readonly Lock _gate = new();

    public OrbitActions(PlaneGroup group, OrbitAverageOptions options)
    {
        if (!group.IsExact || group.MaximumFrequency is not null)
        {
            throw new ArgumentException(
                $"An orbit average is exact for groups that keep the lattice; {group} moves pixels off it. Average over " +
                $"its LatticeGroup, {group.LatticeGroup}.",
                nameof(group));
        }

        _group = group;
        _inputType = Require(options.Input, group, "input");
        _output = Require(options.Output, group, "output") is FieldType output ? Make(output, group.PointGroup.Inverse) : null;
    }

    /// <summary>The image <c>L_g x</c>.</summary>
    public Tensor Move(Tensor input, int g)
    {
        if (input.ndim != 4)
        {
            throw new ArgumentException(
                $"An orbit average needs images N x C x H x W; it was given {FieldShape.Print(input)}." +
                (input.ndim == 3 ? " Is the batch axis missing? unsqueeze(0) adds it." : string.Empty),
                nameof(input));
        }

        return InputActions(_inputType ?? FieldType.Trivial(_group, (int)input.shape[1]))[g].Apply(input);
    }

    /// <summary>The output <c>ρ(g)⁻¹ y</c>, of images or of vectors; <c>y</c> itself where the average is invariant.</summary>
    public Tensor MoveBack(Tensor output, int g) => _output is null ? output
        : output.ndim == 2 ? _output[g].ApplyToVector(output)
        : _output[g].Apply(output);

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (FieldAction action in _inputs.Values.SelectMany(actions => actions).Concat(_output ?? []))
            {
                action.Dispose();
            }

            _inputs.Clear();
        }
    }

    private FieldAction[] InputActions(FieldType type)
    {
        lock (_gate)
        {
            if (!_inputs.TryGetValue(type, out FieldAction[]? actions))
            {
                actions = Make(type, g => g);
                _inputs.Add(type, actions);
            }

            return actions;
        }
    }

    private static FieldAction[] Make(FieldType type, Func<int, int> element) =>
        [.. Enumerable.Range(0, type.Group.Order).Select(g => new FieldAction(type, element(g)))];

    private static FieldType? Require(FieldType? type, PlaneGroup group, string role) => type is null || type.Group.Equals(group)
        ? type
        : throw new ArgumentException(
            $"The {role} of an orbit average over {group} needs a type over {group}; it was given '{type}'. FieldType.Restrict " +
            "makes one of a larger group's.");
}
