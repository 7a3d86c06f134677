using GCnn.Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Experiments.Scale;

/// <summary>A net that computes in some type of number and takes float32.</summary>
internal sealed class NetOfType : nn.Module<Tensor, Tensor>
{
    private readonly GalaxyNet net;
    private readonly ScalarType _type;

    /// <summary>Turns a net's weights into numbers of a type.</summary>
    /// <param name="net">The net, which then belongs to this.</param>
    /// <param name="type">The type.</param>
    public NetOfType(GalaxyNet net, ScalarType type)
        : base(nameof(NetOfType))
    {
        this.net = net;
        _type = type;
        net.to(type);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => net.call(input.to(_type));
}
