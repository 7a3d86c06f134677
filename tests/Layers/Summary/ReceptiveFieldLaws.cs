using FsCheck;
using FsCheck.Fluent;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Receptive fields against the pixels that gradients reach, in random nets with positive weights.</summary>
public class ReceptiveFieldLaws
{
    private const int Nets = 40;
    private const int Side = 47;

    [Fact]
    public void They_are_where_gradients_reach() => ForAll(field => (field.Rows, field.RowJump));

    [Fact]
    public void Extents_and_jumps_that_are_off_are_refuted()
    {
        Assert.ThrowsAny<Exception>(() => ForAll(field => (field.Rows + 1, field.RowJump)));
        Assert.ThrowsAny<Exception>(() => ForAll(field => (field.Rows, 1)));
    }

    [Theory]
    [InlineData("p4", 1)]
    [InlineData("p4", 5)]
    [InlineData("p4", 7)]
    [InlineData("p6", 1)]
    [InlineData("p6", 5)]
    [InlineData("p6", 9)]
    public void Of_as_many_windows_as_asked_for_it_is_the_largest(string group, int windows)
    {
        using DisposeScope scope = NewDisposeScope();
        using AdaptivePooling layer = new(FieldType.Trivial(PlaneGroup.Named(group), 1), windows);
        (int First, int Last)[] supports = Supports(layer);
        ReceptiveField field = Assert.Single(Summary.For(layer, Side, Side).Layers).Field!;
        Assert.Equal(field.Rows, supports.Max(support => support.Last - support.First + 1));
        Assert.True(windows == 1 || Math.Abs(field.RowJump - ((supports[^1].First - supports[0].First) / (windows - 1.0))) < 1);
    }

    [Fact]
    public void What_pools_all_positions_sees_them_all()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1);
        Assert.Equal(new ReceptiveField(7, 9, 1, 1, true), Of(new SpatialPooling(type)));
        Assert.Equal(new ReceptiveField(7, 9, 1, 1, true), Of(new FieldGroupNorm(type, 1)));
        Assert.Equal(new ReceptiveField(1, 1, 1, 1, false), Of(new FieldBatchNorm(type)));
        Assert.Equal(new ReceptiveField(1, 1, 1, 1, false), Of(new DiscMask(type)));
    }

    [Fact]
    public void A_turned_sublattice_has_rows_that_are_none_of_the_input()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1);
        Sublattice turned = Sublattice.All.First(s => s.Lattice is SquareLattice && s.Index == 2), straight = Sublattice.All.First(
            s => s.Lattice is SquareLattice && s.Index == 4);
        Assert.Null(Assert.Single(Summary.For(new SublatticePooling(type, turned), 9, 9).Layers).Field);
        Assert.Equal(
            new ReceptiveField(3, 3, 2, 2, false), Assert.Single(Summary.For(new SublatticePooling(type, straight), 9, 9).Layers).Field);
    }

    [Fact]
    public void Branches_that_step_alike_are_joined()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P4, 1);
        using Concatenation net = new(
            new Convolution(type, type, Stencil.Square(5), padding: 2), new Convolution(type, type, Stencil.Square(3), padding: 1));
        Assert.Equal([5, 3], Summary.For(net, 9, 9).Layers.Select(layer => layer.Field!.Rows));
        using EquivariantSequential both = new(net, new EquivariantIdentity(net.OutputType));
        Assert.Equal(5, Summary.For(both, 9, 9).Layers[^1].Field!.Rows);
    }

    private static ReceptiveField? Of(EquivariantModule layer) => Assert.Single(Summary.For(layer, 7, 9).Layers).Field;

    private static void ForAll(Func<ReceptiveField, (int Extent, double Jump)> said) => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => Net(new Random(seed)))
            .Where(net => FieldOf(net) is { Rows: <= Side / 3, RowJump: <= 4 })),
        net =>
        {
            using DisposeScope scope = NewDisposeScope();
            Agree(net, said);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Nets).WithReplay(5, 1));

    private static ReceptiveField FieldOf(EquivariantSequential net) => Summary.For(net, Side, Side).Layers[^1].Field!;

    /// <summary>The widest support is said, and after some number of outputs supports have moved by as many jumps.</summary>
    private static void Agree(EquivariantSequential net, Func<ReceptiveField, (int Extent, double Jump)> said)
    {
        ReceptiveField field = FieldOf(net);
        (int extent, double jump) = said(field);
        (int First, int Last)[] supports = Supports(net);

        // Far from the border, of hexagons also from their corners, nothing is cut off.
        (int First, int Last)[] inside = supports[(supports.Length / 4)..^(supports.Length / 4)];
        bool agrees = inside.Max(support => support.Last - support.First + 1) == extent
            && Enumerable.Range(1, Math.Min(8, inside.Length - 1)).Any(turn => Enumerable.Range(0, inside.Length - turn)
                .All(i => inside[i + turn].First - inside[i].First == turn * jump));
        Assert.True(agrees, $"{Summary.For(net, Side, Side)}gradients reach {string.Join(' ', supports)}");
    }

    /// <summary>The rows that each output in the middle column reads.</summary>
    private static (int First, int Last)[] Supports(EquivariantModule net)
    {
        using Tensor x = ones([1, 1, Side, Side], ScalarType.Float64, requires_grad: true);
        using Tensor y = net.call(x);
        int middle = (int)y.size(3) / 2;
        return [.. Enumerable.Range(0, (int)y.size(2)).Select(row => Support(x, y, row, middle))];
    }

    private static (int First, int Last) Support(Tensor x, Tensor y, int row, int column)
    {
        using var scope = NewDisposeScope();
        Tensor gradient = autograd.grad([y[0, 0, row, column]], [x], retain_graph: true)[0];
        bool[] reached = [.. gradient.abs().sum(3).flatten().data<double>().Select(value => value > 0)];
        return (Array.IndexOf(reached, true), Array.LastIndexOf(reached, true));
    }

    private static EquivariantSequential Net(Random random)
    {
        FieldType type = FieldType.Trivial(random.Next(3) == 0 ? PlaneGroup.P6 : PlaneGroup.P4, 1);
        List<EquivariantModule> layers = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Layer(random, type))];
        EquivariantSequential net = new([.. layers, new EquivariantIdentity(type)]);
        using IDisposable noGrad = no_grad();
        net.to(ScalarType.Float64);
        foreach (TorchSharp.Modules.Parameter parameter in net.parameters())
        {
            parameter.fill_(1);
        }

        return net;
    }

    private static EquivariantModule Layer(Random random, FieldType type)
    {
        bool hexagonal = type.Group.Lattice is HexagonalLattice;
        int side = hexagonal ? 1 + (2 * random.Next(1, 3)) : random.Next(2, 5), stride = random.Next(1, 3);
        Stencil window = Examples.Window(type.Group, side);
        return random.Next(6) switch
        {
            0 => new Convolution(type, type, window, stride, random.Next(2), bias: false),
            1 => new Convolution(type, type, window, stride, random.Next(2), dilation: 2, bias: false),
            2 => new AveragePooling(type, side, stride, random.Next(2)),
            3 => new TransposedConvolution(type, type, window, Math.Min(stride, side), random.Next(2), bias: false),
            4 => new Upsampling(type, 2, (UpsamplingKind)random.Next(3)),
            _ => new BranchSum(new(Odd(type, 3)), new(Odd(type, 5))),
        };
    }

    private static Convolution Odd(FieldType type, int side) => new(type, type, Examples.Window(type.Group, side), padding: side / 2);
}
