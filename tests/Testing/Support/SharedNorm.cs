using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Testing.Tests;

/// <summary>Batch normalisation of regular fields: one mean, variance, scale and shift for all channels of a field.</summary>
internal sealed class SharedNorm : nn.Module<Tensor, Tensor>, IFieldMap
{
    private readonly BatchNorm2d norm;

    public SharedNorm(FieldType type)
        : base(nameof(SharedNorm))
    {
        InputType = type;
        norm = nn.BatchNorm2d(type.Fields.Count, dtype: ScalarType.Float64);
        RegisterComponents();
    }

    public FieldType InputType { get; }

    public FieldType OutputType => InputType;

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        long fields = InputType.Fields.Count, order = InputType.Group.Order;
        Tensor together = input.reshape(input.size(0), fields, order * input.size(2), input.size(3));
        return norm.call(together).reshape(input.shape).MoveToOuterDisposeScope();
    }
}
