using GCnn.Actions;
using GCnn.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>
/// Nets of several strides on circular images, of even sizes too: the logits of every moved image are those of the image, bit for bit.
/// </summary>
public class PolyphaseNetLaws
{
    private static readonly PlaneGroup G = PlaneGroup.P4m;
    private static readonly FieldType Image = FieldType.Trivial(G, 1);

    [Theory]
    [InlineData(2, 4, 64)]
    [InlineData(3, 4, 81)]
    [InlineData(3, 3, 27)]
    [InlineData(4, 3, 64)]
    public void Logits_are_identical_under_shifts_and_under_D4(int stride, int stages, int size)
    {
        using DisposeScope scope = NewDisposeScope();
        using EquivariantSequential net = Net(type => new PolyphaseSampling(type, stride), stages);
        Tensor x = Laws.Input(Image, size, size, 1), logits = net.call(Moved(x));
        Assert.Equal([1 + (8 * 9), 5], logits.shape);
        Assert.True(AllAlike(logits));

        // Not because there is nothing to see: another image has other logits.
        Assert.False(Examples.Same(logits[0], net.call(Laws.Input(Image, size, size, 1, 2))[0]));
        Assert.True((bool)logits.ne(0).any());
    }

    [Fact]
    public void Every_sum_that_decides_is_exact()
    {
        using DisposeScope scope = NewDisposeScope();
        using EquivariantSequential net = Net(type => new PolyphaseSampling(type), 4);
        Tensor x = Laws.Input(Image, 64, 64, 1);
        foreach (EquivariantModule module in net.Modules)
        {
            Assert.InRange(x.pow(2).sum().item<double>(), 1, 1L << 53);
            x = module.call(x);
        }
    }

    [Theory]
    [InlineData("constant")]
    [InlineData("checkerboard")]
    [InlineData("stripes")]
    [InlineData("one pixel")]
    [InlineData("symmetric about a point between pixels")]
    [InlineData("signs")]
    public void Where_phases_tie_they_are_identical_too(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using EquivariantSequential net = Net(type => new PolyphaseSampling(type), 4);
        Assert.True(AllAlike(net.call(Moved(WithTies(name), shifts: 2))));
    }

    [Fact]
    public void With_windows_from_a_corner_they_are_not()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor moved = Moved(Laws.Input(Image, 64, 64, 1));
        foreach (Func<FieldType, EquivariantModule> stage in new Func<FieldType, EquivariantModule>[]
        {
            type => new MaxPooling(type, 1, 2), type => new MaxPooling(type, 2), type => new AveragePooling(type, 2),
            type => new BinomialPooling(type),
        })
        {
            using EquivariantSequential net = Net(stage, 4);
            Assert.False(AllAlike(net.call(moved)));
        }
    }

    /// <summary>Convolution, rectifier and sampling as often as asked, then logits at each position and their mean.</summary>
    private static EquivariantSequential Net(Func<FieldType, EquivariantModule> stage, int stages)
    {
        FieldType fields = FieldType.Regular(G, 1), logits = FieldType.Trivial(G, 5);
        List<EquivariantModule> layers = [];
        for (int i = 0; i < stages; i++)
        {
            layers.AddRange([Circular(i == 0 ? Image : fields, fields), PointwiseNonlinearity.ReLU(fields), stage(fields)]);
        }

        return new EquivariantSequential([.. layers, Circular(fields, logits), new SpatialPooling(logits)]).WithIntegers(size: 1);
    }

    private static Convolution Circular(FieldType input, FieldType output) =>
        new(input, output, Stencil.Square(3), padding: 1, bias: false, paddingMode: PaddingModes.Circular);

    /// <summary>The image; its turns and reflections; and of each of these some shifts, drawn from all.</summary>
    private static Tensor Moved(Tensor x, int shifts = 8)
    {
        Random random = new(64);
        int size = (int)x.size(3);
        return cat(
            [
                x,
                .. from h in Enumerable.Range(0, 8)
                   from n in Enumerable.Range(0, shifts + 1)
                   let shift = n == 0 ? LatticePoint.Origin : new LatticePoint(random.Next(size), random.Next(size))
                   select x.Transform(Image, G.Element(shift, h)),
            ],
            0);
    }

    private static bool AllAlike(Tensor logits) =>
        Enumerable.Range(0, (int)logits.size(0)).All(i => Examples.Same(logits[0], logits[i]));

    private static Tensor WithTies(string name)
    {
        Tensor i = arange(64, ScalarType.Float64), rows = i.view(64, 1), columns = i.view(1, 64);
        Tensor random = Laws.Input(Image, 64, 64, 1)[0][0];
        Tensor image = name switch
        {
            "constant" => full([64, 64], 3.0, ScalarType.Float64),
            "checkerboard" => (rows + columns).remainder(2),
            "stripes" => (zeros(64, 1, dtype: ScalarType.Float64) + columns).remainder(4),
            "one pixel" => rows.eq(5).to(ScalarType.Float64) * columns.eq(8).to(ScalarType.Float64),
            "signs" => (random + 0.5).sign(),
            _ => random + random.flip(0) + (random + random.flip(0)).flip(1),
        };
        return image.view(1, 1, 64, 64);
    }
}
