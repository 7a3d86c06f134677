using System.Numerics;
using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// A <see cref="FieldCorrelation"/> made ready to run: the instructions for its transforms and products, and how its rows are cut into
/// chunks that stay in the second-level cache.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed class CorrelationKernel<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The places that are computed at once, whole vectors of every width.</summary>
    public const int Tile = 48;

    /// <summary>The places over which gradients to weights are summed in registers.</summary>
    public const int GradientTile = 96;

    private const int ChunkBytes = 256 * 1024;

    private readonly Lazy<RowScatter<T>> _scatter;
    private readonly RowTransform<T>[] _filters;
    private readonly Lazy<RowScatter<T>[]> _filterScatters;

    /// <summary>Prepares a correlation.</summary>
    /// <param name="correlation">The convolution.</param>
    /// <param name="lanes">The vector instructions; the widest of this processor if null.</param>
    public CorrelationKernel(FieldCorrelation correlation, VectorLanes? lanes = null)
    {
        Correlation = correlation;
        Lanes = lanes ?? VectorLanes.For(typeof(T));
        StraightLineProgram forward = correlation.Blocks.Transform.Program, back = correlation.Blocks.Transform.Adjoint;
        Transform = VectorProgram.Compile<T>(forward, correlation.Blocks.Coefficients, Lanes);
        Inverse = VectorProgram.Compile<T>(back, [.. Enumerable.Range(0, correlation.Blocks.Order)], Lanes);
        _scatter = new(() => VectorProgram.CompileScatter<T>(back, Lanes));
        IReadOnlyList<StraightLineProgram> filters = correlation.Filters?.Programs ?? [];
        _filters = [.. filters.Select(program => VectorProgram.Compile<T>(program, [.. Enumerable.Range(0, program.Outputs)], Lanes))];
        _filterScatters = new(() => [.. filters.Select(program => VectorProgram.CompileScatter<T>(program.Transpose(), Lanes))]);
        Chunks = ChunksOf(Tile);
        GradientChunks = ChunksOf(GradientTile);
        Panels = [.. correlation.Blocks.Sizes.Select(size => Division.Even(size * correlation.Fields, MostColumns))];
        TransposedPanels = [.. Chunks.Select(chunk =>
            correlation.Blocks.Sizes.Select(size => Division.Even(size * chunk.Count, MostColumns)).ToArray())];
        Vectors = Lanes.Registers >= 32 ? 3 : 2;
        (Weights, TransposedWeights) = (new PackedWeights<T>(this, transposed: false), new PackedWeights<T>(this, transposed: true));
    }

    /// <summary>The convolution.</summary>
    public FieldCorrelation Correlation { get; }

    /// <summary>The blocks of its group.</summary>
    public GroupBlocks Blocks => Correlation.Blocks;

    /// <summary>The vector instructions.</summary>
    public VectorLanes Lanes { get; }

    /// <summary>From functions on the group to coefficients, in the blocks' order.</summary>
    public RowTransform<T> Transform { get; }

    /// <summary>From coefficients to functions on the group, the transform's transpose.</summary>
    public RowTransform<T> Inverse { get; }

    /// <summary>As <see cref="Inverse"/>, added to rows elsewhere.</summary>
    public RowScatter<T> Scatter => _scatter.Value;

    /// <summary>From the taps of a source to the responses of its filters, at an element of the group.</summary>
    public RowTransform<T> Filter(int element) => _filters[Correlation.Filters!.ProgramOf[element]];

    /// <summary>The transpose of <see cref="Filter"/>, added.</summary>
    public RowScatter<T> FilterScatter(int element) => _filterScatters.Value[Correlation.Filters!.ProgramOf[element]];

    /// <summary>The rows of the correlation in pieces of whole sources, for <see cref="Tile"/> places.</summary>
    public (int First, int Count)[] Chunks { get; }

    /// <summary>The same for <see cref="GradientTile"/> places.</summary>
    public (int First, int Count)[] GradientChunks { get; }

    /// <summary>For each distinct matrix the output rows in pieces that registers hold.</summary>
    public (int First, int Count)[][] Panels { get; }

    /// <summary>For each chunk and distinct matrix the chunk's rows in pieces that registers hold.</summary>
    public (int First, int Count)[][][] TransposedPanels { get; }

    /// <summary>The vectors along a row that registers hold.</summary>
    public int Vectors { get; }

    /// <summary>The matrices of its blocks.</summary>
    public PackedWeights<T> Weights { get; }

    /// <summary>The same for the way from outputs to inputs.</summary>
    public PackedWeights<T> TransposedWeights { get; }

    /// <summary>The output rows that registers hold sums for.</summary>
    private int MostColumns => Lanes.Registers >= 32 ? 8 : 6;

    /// <summary>
    /// For each coefficient of the transform, in its own order, where its rows begin, in bytes: as many rows of <see cref="Tile"/> places for
    /// each coefficient, in the blocks' order.
    /// </summary>
    public nint[] CoefficientOffsets(int rows)
    {
        nint[] offsets = new nint[Blocks.Order];
        for (int place = 0; place < offsets.Length; place++)
        {
            offsets[Blocks.Coefficients[place]] = (nint)place * rows * Tile * Lanes.ElementBytes;
        }

        return offsets;
    }

    private (int First, int Count)[] ChunksOf(int tile)
    {
        int sourceRows = Correlation.RowsPerSource, sourceBytes = sourceRows * Blocks.Order * tile * Lanes.ElementBytes;
        return Array.ConvertAll(
            Division.Even(Correlation.Rows / sourceRows, Math.Max(1, ChunkBytes / sourceBytes)),
            sources => (sources.First * sourceRows, sources.Count * sourceRows));
    }
}
