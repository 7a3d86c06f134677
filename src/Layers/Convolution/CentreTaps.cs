using GCnn.Groups;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>Filters that are orthogonal at the stencil's centre and zero elsewhere ([Xiao2018], section 2.5).</summary>
internal static class CentreTaps
{
    /// <summary>Weights of a filter that is at the centre a random orthogonal matrix, another for each group, which commutes.</summary>
    /// <param name="expansion">The filter's expansion.</param>
    /// <param name="transposed">Whether the filter is to be used from its outputs to its inputs.</param>
    /// <param name="generator">The source of the numbers.</param>
    internal static Tensor Orthogonal(FilterExpansion expansion, bool transposed, Generator? generator)
    {
        Func<double> normal = Normals(generator);
        (FieldType input, FieldType output) = (expansion.InputType, expansion.OutputType);
        return expansion.AtCentre(() => transposed
            ? Transpose(RandomIntertwiner.Orthogonal(output, input, normal), input.Channels)
            : RandomIntertwiner.Orthogonal(input, output, normal));
    }

    /// <summary>Weights as a tensor of the type that parameters begin with.</summary>
    internal static Tensor ToTensor(IEnumerable<double> weights) => tensor([.. weights], dtype: get_default_dtype());

    /// <summary>Refuses a stencil of which the centre is no point, as that of an even square.</summary>
    internal static void RequireIn(Stencil stencil)
    {
        if (!stencil.Contains(LatticePoint.Origin))
        {
            throw new ArgumentException(
                $"Initialization.DeltaOrthogonal puts all weight on the centre; the {stencil} has no point there. Use a stencil of odd " +
                "sides, or Initialization.He.",
                nameof(stencil));
        }
    }

    /// <summary>The coefficients of the combination of filters that is 1 at the centre and 0 at the stencil's other points.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static double[] Coefficients(FilterBasis filters)
    {
        Stencil stencil = filters.Stencil;
        Matrix<double> values = Matrix<double>.Build.DenseOfColumnMajor(stencil.Count, filters.Count, filters.Values.ToArray());
        Vector<double> delta = Vector<double>.Build.Dense(
            stencil.Count, u => stencil.DoubledPoints[u] == LatticePoint.Origin ? 1 : 0);
        Vector<double> coefficients = values.PseudoInverse() * delta;
        return ((values * coefficients) - delta).InfinityNorm() < 1e-9
            ? coefficients.ToArray()
            : throw new ArgumentException(
                $"Initialization.DeltaOrthogonal needs a filter that is 1 at the centre and 0 elsewhere; no combination of the {filters} " +
                "is. Use Initialization.He.",
                nameof(filters));
    }

    private static double[] Transpose(double[] matrix, int rows)
    {
        int columns = matrix.Length / rows;
        return [.. from column in Enumerable.Range(0, columns)
                   from row in Enumerable.Range(0, rows)
                   select matrix[(row * columns) + column]];
    }

    /// <summary>One normal number after the other; they are drawn by the thousand.</summary>
    private static Func<double> Normals(Generator? generator)
    {
        double[] drawn = [];
        int next = 0;
        return () =>
        {
            if (next == drawn.Length)
            {
                using Tensor numbers = empty(1024, dtype: ScalarType.Float64).normal_(0, 1, generator);
                (drawn, next) = ([.. numbers.data<double>()], 0);
            }

            return drawn[next++];
        };
    }
}
