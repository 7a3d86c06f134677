using GCnn.Groups;

namespace GCnn.Layers.Tests;

/// <summary>Correlation over a group falls into the blocks of its irreps.</summary>
public class GroupBlocksLaws
{
    public static TheoryData<string, int> Multiplications => new()
    {
        { "C1", 1 }, { "C2", 2 }, { "C3", 5 }, { "C4", 6 }, { "C6", 10 }, { "C8", 14 }, { "C16", 30 },
        { "D1", 2 }, { "D2", 4 }, { "D3", 10 }, { "D4", 12 }, { "D6", 20 }, { "D8", 28 }, { "D16", 60 },
    };

    [Theory]
    [MemberData(nameof(Multiplications))]
    public void It_costs_the_cubes_of_the_dimensions_or_twice_the_order_less_for_rotations(string name, int expected) =>
        Assert.Equal(expected, BlocksOf(name).Multiplications);

    [Theory]
    [MemberData(nameof(Multiplications))]
    public void Blocks_multiply_as_the_group_correlates(string name, int _)
    {
        GroupBlocks blocks = BlocksOf(name);
        FiniteGroup group = blocks.Transform.Group;
        Random random = new(3);
        double[] x = Numbers(random, group.Order), phi = Numbers(random, group.Order);
        double[] product = Product(blocks, phi, x);
        Assert.All(Correlation(group, phi, x).Zip(product), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        if (Enumerable.Range(0, group.Order).Any(h => group.Inverse(h) != h))
        {
            double[] convolution = Correlation(group, [.. Enumerable.Range(0, group.Order).Select(h => phi[group.Inverse(h)])], x);
            Assert.Contains(convolution.Zip(product), pair => Math.Abs(pair.First - pair.Second) > 1e-6);
        }
    }

    /// <summary>Functions that are constant on the cosets of a subgroup have no more coefficients than there are cosets.</summary>
    [Fact]
    public void A_field_reaches_no_more_blocks_than_it_has_channels()
    {
        PlaneGroup p4m = PlaneGroup.P4m;
        GroupBlocks blocks = GroupBlocks.Of(p4m.PointGroup)!;
        int Reached(FieldType type) => blocks.Blocks.Count(block => blocks.Reaches(block, (PermutationRepresentation)type.Fields[0]));
        Assert.Equal(blocks.Blocks.Count, Reached(FieldType.Regular(p4m, 1)));
        Assert.Equal(1, Reached(FieldType.Trivial(p4m, 1)));
        foreach (Subgroup subgroup in Subgroup.AllOf(p4m.PointGroup))
        {
            Assert.InRange(Reached(FieldType.Quotient(p4m, subgroup, 1)), 1, p4m.Order / subgroup.Order);
        }
    }

    [Fact]
    public void A_group_without_a_fast_transform_has_none() => Assert.Null(GroupBlocks.Of(FiniteGroup.Symmetric(4)));

    private static double[] Correlation(FiniteGroup group, double[] phi, double[] x) => [.. Enumerable.Range(0, group.Order)
        .Select(g => Enumerable.Range(0, group.Order).Sum(h => phi[h] * x[group.Multiply(g, h)]))];

    private static double[] Product(GroupBlocks blocks, double[] phi, double[] x)
    {
        double[] coefficients = new double[x.Length], products = new double[x.Length];
        blocks.Transform.Program.Apply(x, coefficients);
        foreach (GroupBlock block in blocks.Blocks)
        {
            foreach ((int i, int o, int h, double factor) in blocks.Terms(block.Matrix))
            {
                products[blocks.Coefficients[block.First + o]] += factor * phi[h] * coefficients[blocks.Coefficients[block.First + i]];
            }
        }

        blocks.Transform.Adjoint.Apply(products, products);
        return products;
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];

    private static GroupBlocks BlocksOf(string name)
    {
        int n = int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture);
        return GroupBlocks.Of(name[0] == 'C' ? FiniteGroup.Cyclic(n) : FiniteGroup.Dihedral(n))!;
    }
}
