using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>A plain <c>Sequential</c> as certificates see it.</summary>
internal sealed class SequenceOfPlain : EquivariantModule, IGeometric
{
    private readonly nn.Module<Tensor, Tensor> _net;
    private readonly EquivariantModule[] _modules;

    private SequenceOfPlain(nn.Module<Tensor, Tensor> net, FieldType inputType, EquivariantModule[] modules)
        : base(net.GetName(), (inputType, modules.Length == 0 ? inputType : modules[^1].OutputType)) => (_net, _modules) = (net, modules);

    /// <inheritdoc/>
    public LayerGeometry Geometry => new SequenceGeometry(_modules);

    /// <summary>The module itself if it is equivariant; a sequence if it is one; else a layer of which nothing is known.</summary>
    public static EquivariantModule Of(nn.Module<Tensor, Tensor> module, FieldType inputType)
    {
        switch (module)
        {
            case EquivariantModule equivariant:
                return equivariant;
            case TorchSharp.Modules.Sequential sequential:
                List<EquivariantModule> modules = [];
                foreach (nn.Module child in sequential.children())
                {
                    modules.Add(Of((nn.Module<Tensor, Tensor>)child, modules.Count == 0 ? inputType : modules[^1].OutputType));
                }

                return new SequenceOfPlain(module, inputType, [.. modules]);
            default:
                return new UnknownLayer(module, inputType);
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _net.call(input);
}
