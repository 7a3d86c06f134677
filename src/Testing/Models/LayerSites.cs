using GCnn.Actions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>Finds the layers of a model and what they are to commute with.</summary>
internal sealed class LayerSites
{
    private readonly List<LayerSite> _sites = [];
    private readonly List<SkippedLayer> _skipped = [];

    /// <summary>Looks at the model itself and all modules below it, each once. If none has types, those of the model as a whole serve.</summary>
    public LayerSites(nn.Module<Tensor, Tensor> model, FieldType input, FieldType? output, ModelReportOptions options)
    {
        PlaneGroup group = input.Group;
        (string Path, nn.Module Module)[] all =
        [
            .. model.named_modules().Prepend((name: string.Empty, module: model))
                .DistinctBy(m => m.module, ReferenceEqualityComparer.Instance),
        ];
        RequirePaths(options, all);
        foreach ((string path, nn.Module module) in all)
        {
            Add(path, module, group, options.Types.TryGetValue(path, out IFieldMap? types) ? types : module as IFieldMap);
        }

        if (_sites.Count == 0 && output is not null)
        {
            Add(string.Empty, model, group, new FieldMap(input, output));
        }
    }

    /// <summary>The layers to measure.</summary>
    public IReadOnlyList<LayerSite> Sites => _sites;

    /// <summary>The layers that cannot be measured. Modules that are never called, such as lists of modules, are not among them.</summary>
    public IReadOnlyList<SkippedLayer> Skipped => _skipped;

    private void Add(string path, nn.Module module, PlaneGroup asked, IFieldMap? types)
    {
        if (path.Length == 0 && types is null)
        {
            return;
        }

        if (module is not nn.Module<Tensor, Tensor> layer)
        {
            if (IsFunction(module.GetType()))
            {
                _skipped.Add(new(path, module.GetName(), "it is no function of one tensor"));
            }
        }
        else if (types is null)
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

    /// <summary>Whether a class has a forward pass, of whatever arguments; a list of modules has none.</summary>
    private static bool IsFunction(Type type) =>
        Array.Exists(type.GetInterfaces(), one => one.Name.StartsWith("IModule`", StringComparison.Ordinal));

    /// <summary>A layer before a restriction knows more symmetries than are asked of the model, and one after it fewer.</summary>
    private static PlaneGroup? Common(PlaneGroup asked, IFieldMap types)
    {
        PlaneGroup own = types.OutputType.Group;
        return !types.InputType.Group.Contains(own) ? null : asked.Contains(own) ? own : own.Contains(asked) ? asked : null;
    }

    private static void RequirePaths(ModelReportOptions options, (string Path, nn.Module Module)[] all)
    {
        if (options.Types.Keys.FirstOrDefault(path => !all.Any(m => m.Path == path)) is string unknown)
        {
            throw new ArgumentException(
                $"Types are given for the layer '{unknown}', and the model has none of that path; it has " +
                $"{string.Join(", ", all.Skip(1).Select(m => $"'{m.Path}'"))}.",
                nameof(options));
        }
    }
}
