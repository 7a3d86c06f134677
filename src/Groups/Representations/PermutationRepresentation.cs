using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Groups;

/// <summary>
/// A representation that permutes basis vectors, <c>ρ(g) e_i = e_(g·i)</c>; on coordinates <c>(ρ(g) v)[g·i] = v[i]</c>.
/// </summary>
/// <remarks>Nonlinearities that act on each channel alone commute with it. Source: [Serre1977], section 1.2 (c).</remarks>
public abstract partial record PermutationRepresentation : Representation
{
    private OrbitPartition? _orbits;

    /// <summary>Keeps the group.</summary>
    /// <param name="group">The group that is represented.</param>
    protected PermutationRepresentation(FiniteGroup group)
        : base(group)
    {
    }

    /// <summary>
    /// The orbits of the group on the basis, <c>{ g·i : g ∈ G }</c>: each in growing order, orbits by their smallest member. Their number
    /// is the multiplicity of the trivial representation.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Orbits => Partition.All;

    /// <summary>Whether the basis is one orbit, as it is for every quotient of the group.</summary>
    public bool IsTransitive => Partition.Count == 1;

    private OrbitPartition Partition => _orbits ??= new OrbitPartition(
        Dimension, [.. Group.Generators.Select(g => (Func<int, int>)(i => Act(g, i)))]);

    /// <summary>The image <c>g·i</c> of a basis vector.</summary>
    /// <param name="g">An element of the group.</param>
    /// <param name="i">The number of a basis vector, from 0 to <c>Dimension − 1</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element or basis vector.</exception>
    public abstract int Act(int g, int i);

    /// <summary>The number, in <see cref="Orbits"/>, of the orbit of a basis vector.</summary>
    /// <param name="i">The number of a basis vector.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis vector.</exception>
    public int OrbitOf(int i) => Partition.Of(RequireBasisVector(i));

    /// <inheritdoc/>
    public sealed override Matrix<double> Matrix(int g)
    {
        Matrix<double> matrix = Matrix<double>.Build.Dense(Dimension, Dimension);
        for (int i = 0; i < Dimension; i++)
        {
            matrix[Act(g, i), i] = 1;
        }

        return matrix;
    }

    /// <inheritdoc cref="Representation.Equals(Representation?)"/>
    public virtual bool Equals(PermutationRepresentation? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Returns the number of a basis vector, or says which there are.</summary>
    /// <param name="i">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis vector.</exception>
    protected int RequireBasisVector(int i) => (uint)i < (uint)Dimension
        ? i
        : throw new ArgumentOutOfRangeException(
            nameof(i),
            $"{Name} of {Group}: there is no basis vector {i}; its {Dimension} basis vectors are numbered 0 to {Dimension - 1}.");
}
