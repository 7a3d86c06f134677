using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Finds the layers of a model and what they are to commute with.</summary>
internal sealed class LayerSites
{
    private readonly List<LayerSite> _sites = [];
    private readonly List<SkippedLayer> _skipped = [];

    /// <summary>Looks at the model itself and all modules below it, each once.</summary>
    public LayerSites(nn.Module<Tensor, Tensor> model, PlaneGroup group, IReadOnlyDictionary<string, IFieldMap> given)
    {
        (string Path, nn.Module Module)[] all =
        [
            .. model.named_modules().Prepend((name: string.Empty, module: model))
                .DistinctBy(m => m.module, ReferenceEqualityComparer.Instance),
        ];
        RequirePaths(given, all);
        foreach ((string path, nn.Module module) in all)
        {
            Add(path, module, group, given.TryGetValue(path, out IFieldMap? types) ? types : module as IFieldMap);
        }
    }

    /// <summary>The layers to measure.</summary>
    public IReadOnlyList<LayerSite> Sites => _sites;

    /// <summary>The layers that cannot be measured. Modules that are never called, such as lists of modules, are not among them.</summary>
    public IReadOnlyList<SkippedLayer> Skipped => _skipped;

    private void Add(string path, nn.Module module, PlaneGroup asked, IFieldMap? types)
    {
        if (module is not nn.Module<Tensor, Tensor> layer || (types is null && path.Length == 0))
        {
            return;
        }

        if (types is null)
        {
            _skipped.Add(new(path, module.GetName(), "no field types; it is no IFieldMap and none are given"));
        }
        else if (Common(asked, types) is not PlaneGroup common)
        {
            _skipped.Add(new(
                path, module.GetName(),
                $"it goes from {types.InputType.Group} to {types.OutputType.Group}, asked is {asked}: none is in the other"));
        }
        else
        {
            _sites.Add(new(path, layer, types.InputType.Restrict(common), types.OutputType.Restrict(common)));
        }
    }

    /// <summary>A layer before a restriction knows more symmetries than are asked of the model, and one after it fewer.</summary>
    private static PlaneGroup? Common(PlaneGroup asked, IFieldMap types)
    {
        PlaneGroup own = types.OutputType.Group;
        return !types.InputType.Group.Contains(own) ? null : asked.Contains(own) ? own : own.Contains(asked) ? asked : null;
    }

    private static void RequirePaths(IReadOnlyDictionary<string, IFieldMap> given, (string Path, nn.Module Module)[] all)
    {
        if (given.Keys.FirstOrDefault(path => !all.Any(m => m.Path == path)) is string unknown)
        {
            throw new ArgumentException(
                $"Types are given for the layer '{unknown}', and the model has none of that path; it has " +
                $"{string.Join(", ", all.Skip(1).Select(m => $"'{m.Path}'"))}.",
                nameof(given));
        }
    }
}
