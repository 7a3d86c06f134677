using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;

namespace GCnn.Layers;

/// <summary>Scalar filters in every orientation, <c>ψ_b(a⁻¹ u)</c>, as programs from the taps of a stencil to the responses.</summary>
/// <remarks>
/// An element is <c>a = s q</c> with <c>s</c> a symmetry of the lattice and <c>q</c> the first element of its coset: since
/// <c>ψ_b(a⁻¹ u) = ψ_b(q⁻¹ s⁻¹ u)</c>, elements of one coset share a program and read its taps at points turned by <c>s</c>. The program of
/// <c>q</c> filters with <c>ψ_b</c>, which has the lattice's reflections, and steers: <c>ψ_b(q⁻¹ u) = Σ_b' D(q)_{b'b} ψ_b'(u)</c>.
/// Source: [FreemanAdelson1991] (steerable filters).
/// </remarks>
internal sealed class SteeredFilters
{
    /// <summary>Prepares the filters of a basis.</summary>
    public SteeredFilters(FilterBasis filters)
    {
        PlaneGroup group = filters.Group;
        int[] symmetries = [.. Enumerable.Range(0, group.Order).Where(group.KeepsLattice)];
        Matrix<double> values = Matrix<double>.Build.DenseOfRowMajor(filters.Count, filters.Stencil.Count, filters.Values.ToArray());
        (Taps, Count) = (filters.Stencil.Count, filters.Count);
        ProgramOf = new int[group.Order];
        SymmetryOf = new int[group.Order];
        List<StraightLineProgram> programs = [];
        bool[] met = new bool[group.Order];
        for (int q = 0; q < group.Order; q++)
        {
            if (met[q])
            {
                continue;
            }

            Matrix<double> steering = Matrix<double>.Build.DenseOfRowMajor(filters.Count, filters.Count, filters.Action(q)).Transpose();
            foreach (int symmetry in symmetries)
            {
                int a = group.PointGroup.Multiply(symmetry, q);
                (met[a], ProgramOf[a], SymmetryOf[a]) = (true, programs.Count, symmetry);
            }

            programs.Add(StraightLineProgram.Of(values, steering));
        }

        Programs = programs;
    }

    /// <summary>The number of taps that a program reads, the stencil's points.</summary>
    public int Taps { get; }

    /// <summary>The number of filters.</summary>
    public int Count { get; }

    /// <summary>The different programs.</summary>
    public IReadOnlyList<StraightLineProgram> Programs { get; }

    /// <summary>For each element of the group its program.</summary>
    public int[] ProgramOf { get; }

    /// <summary>For each element the symmetry of the lattice that turns the program's taps.</summary>
    public int[] SymmetryOf { get; }
}
