using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>A layer of a model whose types are known, stated over the plane group that is asked of it.</summary>
internal sealed record LayerSite(string Path, nn.Module<Tensor, Tensor> Module, FieldType Input, FieldType Output)
{
    /// <summary>Whether other layers are inside, of those that apply to one tensor.</summary>
    public bool IsContainer { get; } = Module.modules().Any(module => module is nn.Module<Tensor, Tensor>);

    public string Kind => Module.GetName();

    public string Title => Path.Length == 0 ? Kind : $"{Path} {Kind}";
}
