using System.Text.RegularExpressions;
using GCnn.Groups;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>
/// Every layer, in every way to build it, with every kind of field, of every plane group: it commutes, or is refused by name. Nothing
/// breaks in silence, and nothing is refused that would commute.
/// </summary>
public partial class EveryLayer
{
    private static readonly FieldType Signs = FieldType.Copies(PlaneGroup.P4m, Irreps.Of(PlaneGroup.P4m.PointGroup)[1], 2);

    public static TheoryData<string> Groups => [.. KindsOfFields.Groups.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Commutes_or_is_refused_by_name(string name)
    {
        PlaneGroup g = KindsOfFields.Groups.Single(g => NameOf(g) == name);
        string[] violations =
        [
            .. from layer in LayerCatalogue.All
               where layer.Exists(g)
               from kind in KindsOfFields.Of(g)
               let violation = layer.Violation(kind.Type)
               where violation is not null
               select $"{kind.Kind}: {violation}",
        ];
        Assert.True(violations.Length == 0, string.Join('\n', violations.Prepend($"{violations.Length} violations")));
    }

    [Fact]
    public void The_catalogue_holds_every_layer()
    {
        string[] classes = [.. typeof(EquivariantModule).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(EquivariantModule)) && !type.IsAbstract).Select(type => type.Name)];
        Assert.Equal(classes.ToHashSet(), LayerCatalogue.All.Select(c => c.Class).ToHashSet());
    }

    [Fact]
    public void No_class_belongs_to_one_group() => Assert.DoesNotContain(
        typeof(EquivariantModule).Assembly.GetExportedTypes(), type => GroupName().IsMatch(type.Name));

    [Theory]
    [InlineData("P4Convolution")]
    [InlineData("ConvolutionP6M")]
    [InlineData("D4Pooling")]
    [InlineData("SO2Convolution")]
    public void Such_a_class_would_be_found(string name) => Assert.Matches(GroupName(), name);

    [Fact]
    public void A_layer_that_takes_what_it_should_refuse_is_found() => Says(
        new LayerCase("Lax", "", type => new NormNonlinearity(type), KindsOfFields.NotPermuting), "Lax takes", "in spite of 'irrep 0-'");

    [Fact]
    public void A_layer_that_refuses_what_it_serves_is_found() => Says(
        new LayerCase("Strict", "", PointwiseNonlinearity.ReLU, _ => null), "Strict refuses", "permute channels");

    [Fact]
    public void A_refusal_that_does_not_name_the_layer_or_the_field_is_found()
    {
        Says(new LayerCase("Silent", "", PointwiseNonlinearity.ReLU, KindsOfFields.NotPermuting), "without naming itself");
        Says(new LayerCase("ReLU", "", PointwiseNonlinearity.ReLU, _ => "'another field'"), "without naming itself and 'another field'");
    }

    [Fact]
    public void A_layer_that_breaks_in_silence_is_found() => Says(
        new LayerCase("Broken", "", type => new Unchecked(type, x => x.relu()), _ => null), "Broken does not commute with element 4");

    [Fact]
    public void Numbers_outside_a_hexagon_are_found()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P6, 1);
        Assert.Contains(
            "outside the hexagon",
            new LayerCase("Spilling", "", t => new Unchecked(t, x => x + 1), _ => null).Violation(type), StringComparison.Ordinal);
    }

    private static void Says(LayerCase layer, params string[] parts)
    {
        string? violation = layer.Violation(Signs);
        Assert.All(parts, part => Assert.Contains(part, violation, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[PCDZ]\d|S?O\d", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GroupName();

    private static string NameOf(PlaneGroup g) => $"{g} on the {g.Lattice}";

    /// <summary>Any function, with the types of a layer and none of its care.</summary>
    private sealed class Unchecked(FieldType type, Func<Tensor, Tensor> function) : EquivariantModule(nameof(Unchecked), type, type)
    {
        public override Tensor forward(Tensor input) => function(input);
    }
}
