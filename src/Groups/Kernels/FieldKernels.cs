namespace GCnn.Groups;

/// <summary>
/// The kernels of a whole convolution: for each pair of an output and an input block of fields the space of kernels that commute. Equal
/// when field types and filters are equal.
/// </summary>
/// <remarks>
/// The blocks stand in order of the output blocks, then of the input blocks, and so do their weights. Equal pairs of representations
/// share one <see cref="KernelSpace"/>, which is found once. Source: [WeilerCesa2019], section 2.4.
/// </remarks>
public sealed class FieldKernels : IEquatable<FieldKernels>
{
    private readonly KernelBlock[] _blocks;

    private FieldKernels(FieldType input, FieldType output, FilterBasis filters, KernelBlock[] blocks)
    {
        InputType = input;
        OutputType = output;
        Filters = filters;
        _blocks = blocks;
        Dimension = blocks.Length == 0 ? 0 : blocks[^1].FirstWeight + blocks[^1].WeightCount;
    }

    /// <summary>The type of the convolution's input.</summary>
    public FieldType InputType { get; }

    /// <summary>The type of the convolution's output.</summary>
    public FieldType OutputType { get; }

    /// <summary>The scalar filters.</summary>
    public FilterBasis Filters { get; }

    /// <summary>The number of free weights, which is the dimension of the space of kernels.</summary>
    public int Dimension { get; }

    /// <summary>The pairs of blocks.</summary>
    public IReadOnlyList<KernelBlock> Blocks => _blocks;

    /// <summary>The kernels between two field types.</summary>
    /// <param name="input">The type of the input.</param>
    /// <param name="output">The type of the output.</param>
    /// <param name="filters">Scalar filters of the same plane group.</param>
    /// <exception cref="ArgumentException">Field types and filters have different plane groups.</exception>
    public static FieldKernels For(FieldType input, FieldType output, FilterBasis filters)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(filters);
        if (!input.Group.Equals(output.Group) || !input.Group.Equals(filters.Group))
        {
            throw new ArgumentException(
                $"A convolution needs one plane group; its input is '{input}', its output '{output}', and its filters are of " +
                $"{filters.Group}. Was one built for another group?",
                nameof(output));
        }

        return new FieldKernels(input, output, filters, [.. Pairs(input, output, filters)]);
    }

    /// <summary>Whether both join the same field types by the same filters.</summary>
    /// <param name="other">The kernels to compare with.</param>
    public bool Equals(FieldKernels? other) => other is not null
        && InputType.Equals(other.InputType) && OutputType.Equals(other.OutputType) && Filters.Equals(other.Filters);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldKernels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InputType, OutputType, Filters);

    /// <summary>The field types and the filters.</summary>
    public override string ToString() => $"{InputType} -> {OutputType}, {Filters}";

    private static IEnumerable<KernelBlock> Pairs(FieldType input, FieldType output, FilterBasis filters)
    {
        Dictionary<(Representation, Representation), KernelSpace> found = [];
        int first = 0;
        foreach (FieldBlock to in output.Blocks)
        {
            foreach (FieldBlock from in input.Blocks)
            {
                (Representation, Representation) key = (from.Representation, to.Representation);
                if (!found.TryGetValue(key, out KernelSpace? kernels))
                {
                    kernels = KernelSpace.For(from.Representation, to.Representation, filters);
                    found.Add(key, kernels);
                }

                KernelBlock block = new(to, from, kernels, first);
                first = checked(first + block.WeightCount);
                yield return block;
            }
        }
    }
}
