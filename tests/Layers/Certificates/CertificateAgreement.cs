using FsCheck;
using FsCheck.Fluent;
using GCnn.Testing;
using Xunit.Abstractions;

namespace GCnn.Layers.Tests;

/// <summary>
/// Certificate and measurement say the same of random nets, element by element. <c>GCNN_NETS=1000</c> draws as many, <c>GCNN_SEED</c>
/// others; the seed is printed.
/// </summary>
public class CertificateAgreement(ITestOutputHelper output)
{
    /// <summary>How often weights and images are drawn before an element is believed to commute that is certified broken.</summary>
    private const int Draws = 24;

    [Fact]
    public void Certificate_and_measurement_agree_on_every_element()
    {
        int partial = 0, oneWay = 0;
        double largest = 0, least = double.PositiveInfinity;
        SortedDictionary<string, int> layers = [];
        int nets = Drawn.ForAll(output, DrawnNet.Of(), drawn => drawn.Build(), (drawn, net) =>
        {
            Certificate certificate = For(net, drawn.Size);
            IReadOnlyDictionary<int, double> errors = Measured.Errors(net, drawn.Size, [.. certificate.Elements], Draws, integers: false);
            double exact = certificate.Elements.Max(h => errors[h]);
            double broken = errors.Where(error => !certificate.Elements.Contains(error.Key)).Select(error => error.Value)
                .Append(double.PositiveInfinity).Min();
            (largest, least) = (Math.Max(largest, exact), Math.Min(least, broken));
            partial += certificate.Exactness == Exactness.Partial ? 1 : 0;
            oneWay += certificate.Elements.Count > certificate.Subgroup.Order ? 1 : 0;
            foreach (string name in certificate.Layers.Select(layer => layer.Name).Distinct())
            {
                layers[name] = layers.GetValueOrDefault(name) + 1;
            }

            return exact < Measured.Rounding && broken > Measured.Broken;
        });
        output.WriteLine($"of these {partial} are exact under a part of their group only, {oneWay} with elements that are no group");
        output.WriteLine($"largest error of a certified element {largest:g2}, least error of a broken one {least:g2}");
        output.WriteLine(string.Join(", ", layers.Select(layer => $"{layer.Key} in {layer.Value}")));
        Assert.InRange(partial, nets / 10, nets);
    }

    [Fact]
    public void On_integers_certified_elements_commute_to_the_last_bit() => Drawn.ForAll(
        output, IntegerNet.All, drawn => drawn.Build(), (drawn, net) =>
        {
            IReadOnlyList<int> certified = For(net, drawn.Size).Elements;
            return !certified.Except(Measured.Elements(net, drawn.Size, certified, 2)).Any();
        });

    [Fact]
    public void Exact_plans_are_certified() => Prop.ForAll(Arbitraries.Nets(), plan =>
    {
        using EquivariantSequential net = PlannedNet.Build(plan);
        return For(net, new ImageSize(plan.Input.Rows, plan.Input.Columns)).Exactness == Exactness.Exact;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Asking_every_element_that_swaps_axes_for_both_axes_is_refuted() => IsRefuted((drawn, net) =>
    {
        Certificate certificate = For(net, drawn.Size);
        return certificate.Exactness == Exactness.Exact
            ? certificate.Elements
            : [.. certificate.Elements.Where(h => !drawn.Group.SwapsAxes(h))];
    });

    [Fact]
    public void Odd_sizes_are_no_rule() => IsRefuted((drawn, _) => drawn.Size is { Rows: var rows, Columns: var columns }
        ? [.. Enumerable.Range(0, drawn.Group.Order).Where(h => h == 0 || (int.IsOddInteger(rows) && int.IsOddInteger(columns)))]
        : []);

    [Fact]
    public void Forgetting_dilation_is_refuted() =>
        IsRefuted(By(geometry => geometry is WindowGeometry window ? window with { Dilation = 1 } : geometry), DrawnKind.Convolution);

    [Fact]
    public void Forgetting_output_padding_is_refuted() => IsRefuted(
        By(geometry => geometry is TransposedWindowGeometry window ? window with { OutputPadding = 0 } : geometry),
        DrawnKind.TransposedConvolution);

    private static Certificate For(EquivariantModule net, ImageSize size) => Certificate.For(net, size.Rows, size.Columns);

    private static bool Agree(DrawnNet drawn, EquivariantModule net, IReadOnlyList<int> expected) =>
        Measured.Errors(net, drawn.Size, [.. expected], Draws, integers: false)
            .All(error => expected.Contains(error.Key) ? error.Value < Measured.Rounding : error.Value > Measured.Broken);

    /// <summary>What certificates would say if layers said something else of themselves; the truth where there is no such net.</summary>
    private static Func<DrawnNet, EquivariantSequential, IReadOnlyList<int>> By(Func<LayerGeometry?, LayerGeometry?> wrong) =>
        (drawn, net) => GeometryWalk.Through(
            net, drawn.Size, module => wrong((module as IGeometric)?.Geometry), TracedAxes.Both).Output is { } last
            ? [.. last.Commuting(net.OutputType.Group).Select(h => last.Elements[h]).Order()]
            : For(net, drawn.Size).Elements;

    private void IsRefuted(Func<DrawnNet, EquivariantSequential, IReadOnlyList<int>> rule, params DrawnKind[] kinds) =>
        Assert.ThrowsAny<Exception>(() => Drawn.ForAll(
            output, DrawnNet.Of(kinds), drawn => drawn.Build(), (drawn, net) => Agree(drawn, net, rule(drawn, net))));
}
