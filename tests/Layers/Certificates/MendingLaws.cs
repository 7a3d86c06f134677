using GCnn.Groups;


namespace GCnn.Layers.Tests;

/// <summary>What certificates suggest mends the net, and nothing nearer does.</summary>
public class MendingLaws
{
    [Fact]
    public void Each_suggestion_makes_the_certificate_and_the_measurement_exact()
    {
        int sizes = 0, paddings = 0;
        ForEveryPartialNet((net, certificate) =>
        {
            foreach (Suggestion suggestion in certificate.Suggestions)
            {
                Strides mended = suggestion.Size is ImageSize size
                    ? net with { Size = size }
                    : net.WithPadding(certificate, suggestion.Padding!.Value);
                (sizes, paddings) = suggestion.Size is null ? (sizes, paddings + 1) : (sizes + 1, paddings);
                using EquivariantSequential built = mended.Build();
                var exact = Certificate.For(built, mended.Size.Rows, mended.Size.Columns);
                Assert.Equal(Exactness.Exact, exact.Exactness);
                Assert.Equal(exact.Elements, Measured.Elements(built, mended.Size, exact.Elements, 1));
            }
        });
        Assert.True(sizes > 30 && paddings > 4, $"{sizes} sizes and {paddings} paddings");
    }

    [Fact]
    public void No_nearer_size_is_exact() => ForEveryPartialNet((net, certificate) =>
    {
        ImageSize[] found = [.. certificate.Suggestions.Select(suggestion => suggestion.Size).OfType<ImageSize>()];
        foreach (int direction in new[] { 1, -1 })
        {
            ImageSize? suggested = found.Where(size => Sign(size, net.Size) == direction).Select(size => (ImageSize?)size).FirstOrDefault();
            int nearest = Nearest(net, direction);
            Assert.Equal(nearest, suggested is { } size ? Distance(size, net.Size) : int.MaxValue);
        }
    });

    [Fact]
    public void No_nearer_padding_is_exact() => ForEveryPartialNet((net, certificate) =>
    {
        (int kernel, _, int padding) = net.Windows[net.Offender(certificate)];
        int[] mending = [.. Enumerable.Range(0, kernel).Where(p => IsExact(net.WithPadding(certificate, p)))];
        int? suggested = certificate.Suggestions.Select(suggestion => suggestion.Padding).FirstOrDefault(p => p is not null);
        Assert.Equal(mending.Length == 0, suggested is null);
        Assert.True(suggested is not { } p || mending.All(other => Math.Abs(other - padding) >= Math.Abs(p - padding)));
    });

    [Fact]
    public void An_output_padding_is_to_be_left_out()
    {
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4m, 1);
        using EquivariantSequential net = new(new TransposedConvolution(scalars, scalars, Stencil.Square(3), 2, 1, outputPadding: 1));
        Suggestion only = Assert.Single(Certificate.For(net, 5, 5).Suggestions);
        Assert.Equal((0, "output padding 0 at layer 0 TransposedConvolution"), (only.OutputPadding!.Value, only.Text));
    }

    [Fact]
    public void Where_a_turned_sublattice_joins_the_axes_both_grow_alike()
    {
        FieldType scalars = FieldType.Trivial(PlaneGroup.P4m, 1);
        SublatticePooling turned = new(scalars, Sublattice.All.First(s => s is { Lattice: SquareLattice, Index: 2 }));
        using EquivariantSequential net = new(turned, new MaxPooling(turned.OutputType, 3, 3));
        var certificate = Certificate.For(net, 9, 9);
        Assert.Equal(Exactness.Partial, certificate.Exactness);
        Assert.All(certificate.Suggestions.Select(suggestion => suggestion.Size).OfType<ImageSize>(), size =>
        {
            Assert.Equal(size.Rows, size.Columns);
            Assert.Equal(Exactness.Exact, Certificate.For(net, size.Rows, size.Columns).Exactness);
        });
        Assert.Contains(certificate.Suggestions, suggestion => suggestion.Size is not null);
    }

    [Fact]
    public void What_no_size_mends_is_not_said_to_be_mended_by_one()
    {
        PlaneGroup g = PlaneGroup.P6;
        FieldType waves = FieldType.Trivial(g, 1) + FieldType.Of(g, Irreps.Of(g.PointGroup).First(irrep => irrep.Frequency == 1));
        using FourierPointwiseNonlinearity third = new(waves, 3);
        var certificate = Certificate.For(third, 7, 7);
        Assert.Equal(Exactness.Partial, certificate.Exactness);
        Assert.Empty(certificate.Suggestions);
    }

    private static void ForEveryPartialNet(Action<Strides, Certificate> law)
    {
        for (int seed = 0; seed < 90; seed++)
        {
            Strides net = Strides.Draw(seed);
            using EquivariantSequential built = net.Build();
            if (GeometryWalk.Through(built, net.Size).Fault is null)
            {
                var certificate = Certificate.For(built, net.Size.Rows, net.Size.Columns);
                if (certificate.Exactness == Exactness.Partial)
                {
                    law(net, certificate);
                }
            }
        }
    }

    private static int Nearest(Strides net, int direction)
    {
        using EquivariantSequential built = net.Build();
        int period = net.Windows.Aggregate(1, (product, window) => product * window.Stride);
        return (from down in Enumerable.Range(0, period + 1)
                from right in Enumerable.Range(0, period + 1)
                where IsExact(built, new(net.Size.Rows + (direction * down), net.Size.Columns + (direction * right)))
                select down + right).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static bool IsExact(Strides net)
    {
        using EquivariantSequential built = net.Build();
        return IsExact(built, net.Size);
    }

    private static bool IsExact(EquivariantModule net, ImageSize size) => size is { Rows: > 0, Columns: > 0 }
        && GeometryWalk.Through(net, size, traced: TracedAxes.Both) is { Fault: null, Output: { } output }
        && output.Commuting(net.OutputType.Group).Count() == net.OutputType.Group.Order;

    private static int Sign(ImageSize size, ImageSize from) => Math.Sign(size.Rows + size.Columns - from.Rows - from.Columns);

    private static int Distance(ImageSize size, ImageSize from) => Math.Abs(size.Rows - from.Rows) + Math.Abs(size.Columns - from.Columns);

    /// <summary>A chain of strided convolutions, from scalars to scalars.</summary>
    private sealed record Strides(PlaneGroup Group, ImageSize Size, IReadOnlyList<(int Kernel, int Stride, int Padding)> Windows)
    {
        public static Strides Draw(int seed)
        {
            Random random = new(seed);
            PlaneGroup[] groups = [PlaneGroup.P4m, PlaneGroup.Pmm, PlaneGroup.Pm, PlaneGroup.Cm, PlaneGroup.P2];
            return new(
                groups[random.Next(groups.Length)],
                new ImageSize(random.Next(8, 24), random.Next(8, 24)),
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Window(random))]);
        }

        public EquivariantSequential Build()
        {
            FieldType scalars = FieldType.Trivial(Group, 1);
            return new([.. Windows.SelectMany(window => new EquivariantModule[]
            {
                new Convolution(scalars, scalars, Stencil.Square(window.Kernel), window.Stride, window.Padding),
                PointwiseNonlinearity.LeakyReLU(scalars, 0.25),
            })]);
        }

        public int Offender(Certificate certificate) => int.Parse(certificate.FirstOffender!.Path) / 2;

        public Strides WithPadding(Certificate certificate, int padding)
        {
            int offender = Offender(certificate);
            return this with { Windows = [.. Windows.Select((window, i) => i == offender ? window with { Padding = padding } : window)] };
        }

        private static (int Kernel, int Stride, int Padding) Window(Random random)
        {
            int kernel = random.Next(2, 5);
            return (kernel, random.Next(1, 4), random.Next(0, kernel));
        }
    }
}
