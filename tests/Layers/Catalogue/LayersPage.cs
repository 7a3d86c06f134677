using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>The tables of docs/layers.md say of each layer what the catalogue measures.</summary>
public class LayersPage
{
    private static readonly Dictionary<Type, string> Certificates = new()
    {
        [typeof(WindowGeometry)] = "windows",
        [typeof(TransposedWindowGeometry)] = "adjoint",
        [typeof(PointwiseGeometry)] = "positions",
        [typeof(AdaptiveGeometry)] = "grid",
        [typeof(GlobalGeometry)] = "whole image",
        [typeof(SublatticeGeometry)] = "sublattice",
        [typeof(PolyphaseGeometry)] = "phases",
        [typeof(UpsamplingGeometry)] = "upsampling",
        [typeof(MaskGeometry)] = "mask",
        [typeof(RelativeGeometry)] = "pairs",
        [typeof(SequenceGeometry)] = "parts",
        [typeof(BranchGeometry)] = "parts",
    };

    /// <summary>The kinds of fields of p4m that a case serves, by the word for them.</summary>
    private static readonly (string Word, Func<FieldType, string?> Refusal)[] Words =
    [
        ("any", _ => null), ("permuting", KindsOfFields.NotPermuting), ("up to signs", KindsOfFields.NotSigned),
        ("directions", KindsOfFields.NotDirections), ("functions", KindsOfFields.NotFunctions),
        ("cosets", type => KindsOfFields.NotCosetsWithin(type, LayerCatalogue.Between(type))),
    ];

    public static TheoryData<string> Layers => [.. LayerCatalogue.All.Select(c => c.Class).Distinct()];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Has_one_row_for_each_layer_that_says_what_is_measured(string layer)
    {
        string[] row = Assert.Single(Rows(), row => row[1] == $"`{layer}`");
        LayerCase[] cases = [.. LayerCatalogue.All.Where(c => c.Class == layer)];
        Assert.Equal(cases.SelectMany(WordsFor).ToHashSet(), Words.Select(w => w.Word).Where(row[2].Contains).ToHashSet());
        Assert.Equal(cases.Any(IsOnPixels) ? "both" : "hexagons", row[3]);
        Assert.Contains(cases, IsOnHexagons);
        Assert.Equal(cases.Where(c => IsOnPixels(c) || IsOnHexagons(c)).Select(CertificateOf).ToHashSet(), row[4].Split(", ").ToHashSet());
        Assert.Equal(IsExportable(layer) ? "yes" : "no", row[5].Split(':')[0]);
    }

    [Fact]
    public void Has_no_row_for_a_layer_that_is_gone() =>
        Assert.Equal(LayerCatalogue.All.Select(c => c.Class).ToHashSet(), Rows().Select(row => row[1].Trim('`')).ToHashSet());

    private static string[][] Rows() =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "layers.md"))
            .TakeWhile(line => !line.StartsWith("## Beside", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`'))
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    /// <summary>The word that describes exactly the kinds that are served; none where a case asks for something else.</summary>
    private static IEnumerable<string> WordsFor(LayerCase layer)
    {
        FieldType[] types = [.. KindsOfFields.Of(PlaneGroup.P4m).Concat(KindsOfFields.Of(PlaneGroup.P6m)).Select(kind => kind.Type)];
        bool[] served = [.. types.Where(OnItsLattice).Select(type => layer.Refusal(type) is null)];
        return Words.Where(word => types.Where(OnItsLattice).Select(type => word.Refusal(type) is null).SequenceEqual(served))
            .Select(word => word.Word).Take(1);

        bool OnItsLattice(FieldType type) => layer.Refusal(FieldType.Regular(type.Group, 2)) is null;
    }

    /// <summary>Of the layer itself, also where the case puts others beside it.</summary>
    private static string CertificateOf(LayerCase layer)
    {
        using EquivariantModule built = layer.Build(FieldType.Regular(IsOnPixels(layer) ? PlaneGroup.P4m : PlaneGroup.P6m, 2));
        EquivariantModule itself = built is EquivariantSequential net && layer.Class != nameof(EquivariantSequential)
            ? net.Modules.Single(module => module.GetName() == layer.Class)
            : built;
        return Certificates[((IGeometric)itself).Geometry.GetType()];
    }

    private static bool IsOnPixels(LayerCase layer) => Takes(layer, PlaneGroup.P4m);

    private static bool IsOnHexagons(LayerCase layer) => Takes(layer, PlaneGroup.P6m);

    private static bool Takes(LayerCase layer, PlaneGroup g) => layer.Exists(g) && layer.Refusal(FieldType.Regular(g, 2)) is null;

    private static bool IsExportable(string layer) => typeof(EquivariantModule).Assembly.GetExportedTypes()
        .Single(type => type.Name == layer).IsAssignableTo(typeof(IExportable));
}
