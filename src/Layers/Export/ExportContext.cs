using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Where a module stands in the net that is exported, and of which type numbers are to be.</summary>
public sealed class ExportContext
{
    private readonly string _path;

    private ExportContext(string path, ScalarType type, Device device) => (_path, Type, Device) = (path, type, device);

    /// <summary>The type of the numbers.</summary>
    public ScalarType Type { get; }

    /// <summary>Where the numbers are.</summary>
    public Device Device { get; }

    /// <summary>Exports a module that is part of this one.</summary>
    /// <param name="name">Its name in this module, as in the state dict; messages give the path to a layer.</param>
    /// <param name="module">The module, equivariant or plain.</param>
    /// <exception cref="NotSupportedException">It cannot be exported; the message names it and says why.</exception>
    public nn.Module<Tensor, Tensor> Export(string name, nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return new ExportContext(_path.Length == 0 ? name : $"{_path}.{name}", Type, Device).Export(module);
    }

    /// <summary>Exports modules that are parts of this one and follow one another.</summary>
    /// <param name="modules">Their names and they themselves, in the order in which they are applied.</param>
    /// <exception cref="NotSupportedException">One cannot be exported; the message names it and says why.</exception>
    public nn.Module<Tensor, Tensor> Sequence(params IEnumerable<(string Name, nn.Module Module)> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        return PlainSequence.Of([.. modules.Select(part => Export(part.Name, part.Module))]);
    }

    /// <summary>What to throw where a module cannot be exported: one sentence that names it by its path and its name.</summary>
    /// <param name="module">The module.</param>
    /// <param name="why">Why it cannot, as half a sentence.</param>
    /// <param name="instead">What to do instead, as half a sentence.</param>
    public NotSupportedException Refusal(nn.Module module, string why, string instead)
    {
        ArgumentNullException.ThrowIfNull(module);
        string place = _path.Length == 0 ? "" : $" at {_path}";
        return new NotSupportedException($"{module.GetName()}{place} cannot be exported, since {why}; {instead}.");
    }

    internal static ExportContext For(nn.Module net, ScalarType? type)
    {
        Tensor? number = net.parameters().Concat(net.buffers()).FirstOrDefault(tensor => tensor.is_floating_point());
        return new ExportContext("", type ?? number?.dtype ?? ScalarType.Float32, number?.device ?? CPU);
    }

    internal nn.Module<Tensor, Tensor> Export(nn.Module module) => module switch
    {
        IExportable layer => PlainSequence.Of(layer.Export(this)),
        INotExportable layer => throw Refusal(module, layer.Refusal.Why, layer.Refusal.Instead),
        EquivariantModule => throw Refusal(module, "it is no IExportable", "implement that, or use layers of the library instead"),
        Sequential sequence when module.GetType() == typeof(Sequential) => Sequence(sequence.named_children()),
        _ => PlainCopy.Of(module, this),
    };
}
