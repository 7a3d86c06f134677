namespace GCnn.Groups.Tests;

/// <summary>Random orthogonal maps that commute, and the Gram-Schmidt over three number systems behind them.</summary>
public class RandomIntertwinerLaws
{
    private static PlaneGroup[] Groups => [.. PlaneGroup.All, PlaneGroup.Cyclic(5), PlaneGroup.Dihedral(8)];

    [Fact]
    public void Rows_are_orthonormal_and_every_element_commutes()
    {
        foreach (PlaneGroup g in Groups)
        {
            FieldType irreps = FieldType.Of(g, [.. Irreps.Of(g.PointGroup)]), regular = FieldType.Regular(g, 2);
            foreach ((FieldType input, FieldType output) in new[]
            {
                (regular, regular), (regular, irreps), (irreps + regular, irreps), (regular + FieldType.Trivial(g, 2), regular),
            })
            {
                double[] matrix = RandomIntertwiner.Orthogonal(input, output, Normal(1));
                Law.Holds(Orthonormal(matrix, input.Channels));
                Law.Holds(Commutes(matrix, input, output));
            }
        }
    }

    [Fact]
    public void The_laws_reject_a_matrix_of_another_size_and_one_that_does_not_commute()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4, 2);
        double[] matrix = RandomIntertwiner.Orthogonal(type, type, Normal(1));
        Law.IsBrokenBy(Orthonormal([.. matrix.Select(entry => 1.001 * entry)], type.Channels));
        double[] exchanged = [.. matrix[type.Channels..], .. matrix[..type.Channels]];
        Law.Holds(Orthonormal(exchanged, type.Channels));
        Law.IsBrokenBy(Commutes(exchanged, type, type));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Rows_over_real_complex_and_quaternionic_numbers_are_orthonormal(int units)
    {
        double[][] rows = OrthonormalRows.Random(5, 7, units, Normal(2));
        Assert.All(rows, row => Assert.Equal(7 * units, row.Length));
        for (int a = 0; a < 5; a++)
        {
            for (int b = 0; b < 5; b++)
            {
                double[] product = InnerProduct(rows[a], rows[b], units);
                Assert.All(product.Skip(1), part => Assert.Equal(0, part, 1e-12));
                Assert.Equal(a == b ? 1 : 0, product[0], 1e-12);
            }
        }

        // Twin: over the real numbers alone, rows of complex numbers need not have a real inner product.
        double[][] real = OrthonormalRows.Random(2, 14, 1, Normal(3));
        Assert.True(units == 1 || InnerProduct(real[0], real[1], 2)[1] is > 1e-3 or < -1e-3);
    }

    /// <summary>Of a uniform orthogonal matrix the squares of the entries have the mean 1/n, and the trace the variance 1.</summary>
    [Fact]
    public void The_matrix_is_uniform_among_the_orthogonal_ones()
    {
        FieldType type = FieldType.Trivial(PlaneGroup.P1, 3);
        Func<double> normal = Normal(4);
        double square = 0, trace = 0, traceSquare = 0;
        const int Draws = 4000;
        for (int draw = 0; draw < Draws; draw++)
        {
            double[] m = RandomIntertwiner.Orthogonal(type, type, normal);
            square += m[8] * m[8] / Draws;
            trace += (m[0] + m[4] + m[8]) / Draws;
            traceSquare += (m[0] + m[4] + m[8]) * (m[0] + m[4] + m[8]) / Draws;
        }

        Assert.InRange(square, 0.31, 0.36);
        Assert.InRange(trace, -0.08, 0.08);
        Assert.InRange(traceSquare, 0.9, 1.1);
    }

    [Fact]
    public void More_copies_in_the_output_and_types_of_two_groups_are_refused()
    {
        FieldType one = FieldType.Regular(PlaneGroup.P4, 1), two = FieldType.Regular(PlaneGroup.P4, 2);
        string message = Assert.Throws<ArgumentException>(() => RandomIntertwiner.Orthogonal(one, two, Normal(1))).Message;
        Assert.Contains("'p4: 2 regular' has 2 of 'irrep 0' and 'p4: 1 regular' has 1", message, StringComparison.Ordinal);
        message = Assert.Throws<ArgumentException>(
            () => RandomIntertwiner.Orthogonal(FieldType.Regular(PlaneGroup.P4m, 1), one, Normal(1))).Message;
        Assert.Contains("one plane group", message, StringComparison.Ordinal);
    }

    private static Func<double> Normal(int seed)
    {
        Random random = new(seed);
        return () => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    private static string? Orthonormal(double[] matrix, int columns)
    {
        int rows = matrix.Length / columns;
        return (from a in Enumerable.Range(0, rows)
                from b in Enumerable.Range(0, rows)
                let product = Enumerable.Range(0, columns).Sum(c => matrix[(a * columns) + c] * matrix[(b * columns) + c])
                where Math.Abs(product - (a == b ? 1 : 0)) > 1e-12
                select $"rows {a} and {b} have the product {product}").FirstOrDefault();
    }

    private static string? Commutes(double[] matrix, FieldType input, FieldType output)
    {
        var m = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(output.Channels, input.Channels, matrix);
        var from = Representation.DirectSum([.. input.Fields]);
        var to = Representation.DirectSum([.. output.Fields]);
        return Enumerable.Range(0, input.Group.Order)
            .Select(g => ((m * from.Matrix(g)) - (to.Matrix(g) * m)).FrobeniusNorm())
            .Where(error => error > 1e-11)
            .Select(error => $"an element commutes up to {error}")
            .FirstOrDefault();
    }

    /// <summary><c>Σ r_a s̄_a</c>, with the products of quaternions written out.</summary>
    private static double[] InnerProduct(double[] r, double[] s, int units)
    {
        double[] sum = new double[4];
        for (int at = 0; at < r.Length; at += units)
        {
            double[] p = [.. r.Skip(at).Take(units), .. new double[4 - units]], q = [.. s.Skip(at).Take(units), .. new double[4 - units]];
            (double a, double b, double c, double d) = (q[0], -q[1], -q[2], -q[3]);
            sum[0] += (p[0] * a) - (p[1] * b) - (p[2] * c) - (p[3] * d);
            sum[1] += (p[0] * b) + (p[1] * a) + (p[2] * d) - (p[3] * c);
            sum[2] += (p[0] * c) - (p[1] * d) + (p[2] * a) + (p[3] * b);
            sum[3] += (p[0] * d) + (p[1] * c) - (p[2] * b) + (p[3] * a);
        }

        return sum;
    }
}
