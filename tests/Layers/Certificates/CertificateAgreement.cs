using FsCheck;
using FsCheck.Fluent;
using GCnn.Testing;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>
/// Certificate and measurement say the same of random nets, element by element. <c>GCNN_NETS=1000</c> draws as many, <c>GCNN_SEED</c> others;
/// the seed is printed.
/// </summary>
public class CertificateAgreement(ITestOutputHelper output)
{
    /// <summary>How often weights and images are drawn before an element is believed to commute that is certified broken.</summary>
    private const int Draws = 16;

    [Fact]
    public void Certificate_and_measurement_agree_on_every_element()
    {
        int partial = 0, oneWay = 0;
        int nets = ForAll((drawn, net) =>
        {
            Certificate certificate = For(net, drawn.Size);
            partial += certificate.Exactness == Exactness.Partial ? 1 : 0;
            oneWay += certificate.Elements.Count > certificate.Subgroup.Order ? 1 : 0;
            return Agree(drawn, net, certificate.Elements);
        });
        output.WriteLine($"of these {partial} are exact under a part of their group only, {oneWay} with elements that are no group");
        Assert.InRange(partial, nets / 10, nets);
    }

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

    private static Certificate For(EquivariantModule net, ImageSize size) => Certificate.For(net, size.Rows, size.Columns);

    private static bool Agree(DrawnNet drawn, EquivariantModule net, IReadOnlyList<int> expected) =>
        Measured.Elements(net, drawn.Size, expected, Draws).SequenceEqual(expected);

    private void IsRefuted(Func<DrawnNet, EquivariantSequential, IReadOnlyList<int>> rule) =>
        Assert.ThrowsAny<Exception>(() => ForAll((drawn, net) => Agree(drawn, net, rule(drawn, net))));

    private int ForAll(Func<DrawnNet, EquivariantSequential, bool> law)
    {
        int nets = Setting("GCNN_NETS", 150);
        ulong seed = (ulong)Setting("GCNN_SEED", 1);
        output.WriteLine($"{nets} nets, GCNN_SEED={seed}");
        Prop.ForAll(DrawnNet.All, drawn =>
        {
            using DisposeScope scope = NewDisposeScope();
            using EquivariantSequential net = drawn.Build();
            return law(drawn, net);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(nets).WithReplay(seed, 1));
        return nets;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
