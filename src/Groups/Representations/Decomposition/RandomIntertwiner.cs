namespace GCnn.Groups;

/// <summary>Random equivariant linear maps between field types.</summary>
public static class RandomIntertwiner
{
    /// <summary>
    /// A random matrix <c>M</c> with <c>M ρ_in(g) = ρ_out(g) M</c> and orthonormal rows, <c>M Mᵀ = 1</c>; uniform (Haar) among all of them.
    /// </summary>
    /// <remarks>
    /// <para>
    /// In isotypic bases an intertwiner is, irrep by irrep, a matrix <c>q</c> of multiplicities with entries in the irrep's endomorphism
    /// algebra (real, complex or quaternionic numbers): <c>M = Σ S_b E(q_ba) T_aᵀ</c> over the copies <c>T_a</c> of the irrep in the input
    /// and <c>S_b</c> in the output. Because <c>E</c> takes the conjugate to the transpose, <c>M Mᵀ = 1</c> says that the rows of every
    /// <c>q</c> are orthonormal over the algebra. Rows of independent normal numbers made so by Gram-Schmidt are uniform.
    /// </para>
    /// <b>Shapes:</b> <c>output.Channels x input.Channels</c>, row-major. Source: [Serre1977], section 2.2; [Mezzadri2007], section 4.
    /// </remarks>
    /// <param name="input">The field type that it takes.</param>
    /// <param name="output">The field type that it gives.</param>
    /// <param name="normal">A source of independent normal numbers with mean 0 and variance 1.</param>
    /// <exception cref="ArgumentException">
    /// The plane groups differ, or the output has more copies of an irrep than the input; the message names it.
    /// </exception>
    public static double[] Orthogonal(FieldType input, FieldType output, Func<double> normal)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(normal);
        if (!input.Group.Equals(output.Group))
        {
            throw new ArgumentException(
                $"An intertwiner needs one plane group; it was to lead from '{input}' to '{output}'. Was one built for another group?",
                nameof(output));
        }

        ILookup<int, FieldCopy> from = FieldCopy.AllIn(input), to = FieldCopy.AllIn(output);
        double[] matrix = new double[output.Channels * input.Channels];
        foreach (Irrep irrep in Irreps.Of(input.Group.PointGroup))
        {
            FieldCopy[] sources = [.. from[irrep.Index]], targets = [.. to[irrep.Index]];
            RequireRoom(irrep, sources.Length, targets.Length, input, output);
            double[][] rows = OrthonormalRows.Random(targets.Length, sources.Length, (int)irrep.Type, normal);
            for (int b = 0; b < targets.Length; b++)
            {
                for (int a = 0; a < sources.Length; a++)
                {
                    ReadOnlySpan<double> number = rows[b].AsSpan(a * (int)irrep.Type, (int)irrep.Type);
                    Add(matrix, input.Channels, targets[b], Endomorphism(irrep, number), sources[a]);
                }
            }
        }

        return matrix;
    }

    /// <summary><c>E(q)</c>, the endomorphism of a number of the irrep's algebra.</summary>
    private static double[] Endomorphism(Irrep irrep, ReadOnlySpan<double> number)
    {
        double[] sum = new double[irrep.Dimension * irrep.Dimension];
        for (int unit = 0; unit < number.Length; unit++)
        {
            RowMajor.AddScaled(sum, number[unit], irrep.EndomorphismEntries[unit]);
        }

        return sum;
    }

    /// <summary>Adds <c>S E Tᵀ</c> at the channels of the fields to which the copies <c>S</c> and <c>T</c> belong.</summary>
    private static void Add(double[] matrix, int width, FieldCopy target, double[] endomorphism, FieldCopy source)
    {
        int d = target.Irrep.Dimension;
        double[] left = RowMajor.Product(target.Columns, endomorphism, d);
        for (int row = 0; row < left.Length / d; row++)
        {
            for (int column = 0; column < source.Columns.Length / d; column++)
            {
                matrix[((target.Offset + row) * width) + source.Offset + column] +=
                    RowMajor.Dot(left.AsSpan(row * d, d), source.Columns.AsSpan(column * d, d));
            }
        }
    }

    private static void RequireRoom(Irrep irrep, int sources, int targets, FieldType input, FieldType output)
    {
        if (targets > sources)
        {
            throw new ArgumentException(
                $"An orthogonal map needs, of each irrep, at most as many copies in the output as in the input: '{output}' has {targets} " +
                $"of '{irrep}' and '{input}' has {sources}. Give the input more fields, or begin with He's weights.",
                nameof(output));
        }
    }
}
