using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>How a group convolution gets the filter of orientation <c>h</c> from that of the identity.</summary>
internal enum Turning
{
    /// <summary>By <c>L_h W</c>, as it should: <c>W(h⁻¹ k, h⁻¹ u)</c>.</summary>
    Sound,

    /// <summary>By <c>L_(h⁻¹) W</c>.</summary>
    WrongInverse,

    /// <summary>In the plane alone: <c>W(k, h⁻¹ u)</c>, the orientations of the input stay where they are.</summary>
    NoFibrePermutation,
}

/// <summary>A group convolution as anybody would write it, with learnable filters that are turned by the action itself.</summary>
internal sealed class TurnedFilters : nn.Module<Tensor, Tensor>, IFieldMap
{
    private readonly Parameter weight;
    private readonly Turning _turning;
    private readonly int _stride;
    private readonly int _padding;

    public TurnedFilters(FieldType input, int fields, Turning turning = Turning.Sound, int kernel = 3, int stride = 1)
        : base(nameof(TurnedFilters))
    {
        (InputType, OutputType, _turning) = (input, FieldType.Regular(input.Group, fields), turning);
        (_stride, _padding) = (stride, kernel / 2);
        weight = nn.Parameter(IntegerTensors.Random(7 + fields, fields, input.Channels, kernel, kernel));
        RegisterComponents();
    }

    public FieldType InputType { get; }

    public FieldType OutputType { get; }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        FiniteGroup group = InputType.Group.PointGroup;
        IEnumerable<int> turns = Enumerable.Range(0, group.Order).Select(h => _turning == Turning.WrongInverse ? group.Inverse(h) : h);
        Tensor filters = stack(turns.Select(Turned), 1).flatten(0, 1);
        return nn.functional.conv2d(input, filters, null, [_stride, _stride], [_padding, _padding], [1, 1]).MoveToOuterDisposeScope();
    }

    private Tensor Turned(int h) => weight.Transform(
        _turning == Turning.NoFibrePermutation ? FieldType.Trivial(InputType.Group, InputType.Channels) : InputType, h);
}
