using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>A representation given by its matrices, which are checked: orthogonal, and <c>ρ(g * h) = ρ(g) ρ(h)</c>.</summary>
/// <remarks>Equal when groups and all entries are equal, whatever the names.</remarks>
public sealed record MatrixRepresentation : Representation
{
    /// <summary>How much an entry of a product may miss: <c>1e-9</c>.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The representation with a given matrix for each element.</summary>
    /// <param name="name">The name in print.</param>
    /// <param name="group">The group.</param>
    /// <param name="matrices">The matrix of each element, in their order.</param>
    /// <exception cref="ArgumentException">
    /// Numbers or sizes differ, a matrix is not orthogonal, or a product fails; the message names the element or the pair.
    /// </exception>
    public MatrixRepresentation(string name, FiniteGroup group, IReadOnlyList<Matrix<double>> matrices)
        : this(name, group, EntriesOf(name, group, matrices))
    {
    }

    private MatrixRepresentation(string name, FiniteGroup group, double[][] entries)
        : base(group, entries)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Dimension = (int)Math.Sqrt(entries[0].Length);
        RequireOrthogonal(entries);
        RequireHomomorphism(entries);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Dimension { get; }

    /// <summary>The representation with given matrices for generators; those of the other elements are products.</summary>
    /// <param name="name">The name in print.</param>
    /// <param name="group">The group.</param>
    /// <param name="images">Elements that generate the group, each with its matrix; for the trivial group, the identity with its.</param>
    /// <exception cref="ArgumentException">
    /// The elements do not generate the group, sizes differ, a matrix is not orthogonal, or the matrices miss a relation of the group.
    /// </exception>
    public static MatrixRepresentation FromGenerators(string name, FiniteGroup group, params (int Element, Matrix<double> Image)[] images)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(images);
        int reached = Subgroup.Generated(group, [.. images.Select(image => image.Element)]).Order;
        if (images.Length == 0 || reached < group.Order)
        {
            throw new ArgumentException(
                $"{name}: the {images.Length} given elements generate {reached} of the {group.Order} elements of {group}; " +
                $"give matrices for generators, such as {{{string.Join(", ", group.Generators.DefaultIfEmpty())}}}.",
                nameof(images));
        }

        Matrix<double>[] matrices = new Matrix<double>[group.Order];
        RequireSizes(name, group, [.. images.Select(image => image.Image)]);
        matrices[0] = Matrix<double>.Build.DenseIdentity(images[0].Image.RowCount);
        Queue<int> pending = new([0]);
        while (pending.TryDequeue(out int g))
        {
            foreach ((int a, Matrix<double> image) in images)
            {
                int product = group.Multiply(g, a);
                if (matrices[product] is null)
                {
                    matrices[product] = matrices[g] * image;
                    pending.Enqueue(product);
                }
            }
        }

        foreach ((int element, Matrix<double> image) in images)
        {
            matrices[element] = image;
        }

        return new MatrixRepresentation(name, group, matrices);
    }

    /// <inheritdoc/>
    public override Matrix<double> Matrix(int g) =>
        Matrix<double>.Build.DenseOfRowMajor(Dimension, Dimension, Entries(g).ToArray());

    /// <summary>Whether groups and all entries are equal.</summary>
    /// <param name="other">The representation to compare with.</param>
    public bool Equals(MatrixRepresentation? other) => ReferenceEquals(this, other) || (base.Equals(other) && SameEntries(other));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Dimension);

    private static double[][] EntriesOf(string name, FiniteGroup group, IReadOnlyList<Matrix<double>> matrices)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(matrices);
        if (matrices.Count != group.Order)
        {
            throw new ArgumentException(
                $"{name}: {group} has {group.Order} elements and needs a matrix for each; {matrices.Count} were given. " +
                "With matrices for generators alone, use FromGenerators.",
                nameof(matrices));
        }

        RequireSizes(name, group, matrices);
        return [.. matrices.Select(matrix => matrix.ToRowMajorArray())];
    }

    private static void RequireSizes(string name, FiniteGroup group, IReadOnlyList<Matrix<double>> matrices)
    {
        foreach (Matrix<double> matrix in matrices)
        {
            ArgumentNullException.ThrowIfNull(matrix, nameof(matrices));
        }

        int d = matrices[0].RowCount;
        if (matrices.FirstOrDefault(matrix => matrix.RowCount != d || matrix.ColumnCount != d) is Matrix<double> odd)
        {
            throw new ArgumentException(
                $"{name} of {group}: the matrices must be square and of one size; the first has {d} rows, and one is " +
                $"{odd.RowCount} x {odd.ColumnCount}.",
                nameof(matrices));
        }
    }

    private void RequireOrthogonal(double[][] entries)
    {
        (int g, double residual) = MatrixPolish.LeastOrthogonal(entries);
        if (!(residual <= Tolerance))
        {
            throw new ArgumentException(
                $"{Name} of {Group}: the matrix of element {g} is not orthogonal; M^T M misses the identity by {residual:E1}, and at " +
                $"most {Tolerance:E0} is allowed. Change to a basis in which the matrices are orthogonal.");
        }
    }

    private void RequireHomomorphism(double[][] entries)
    {
        (int g, int a, double residual) = MatrixPolish.WorstProduct(Group, entries);
        if (!(residual <= Tolerance))
        {
            throw new ArgumentException(
                $"{Name} of {Group}: the matrix of {g} * {a} = {Group.Multiply(g, a)} misses the product of the matrices of {g} and {a} " +
                $"by {residual:E1}, and at most {Tolerance:E0} is allowed. The product g * h applies h first.");
        }
    }
}
