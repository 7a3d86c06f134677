namespace GCnn.Groups;

/// <summary>
/// The one convolution between permutation field types, as a gather from free weights to an ordinary <c>conv2d</c> filter. Equal when
/// field types and stencils are equal.
/// </summary>
/// <remarks>
/// <para>
/// A filter commutes with the action exactly when <c>W(g u) = ρ_out(g) W(u) ρ_in(g)⁻¹</c> for every <c>g</c> of the point group
/// ([WeilerCesa2019], equation (2)). For permutation representations this reads <c>W[g·o, g·i, g u] = W[o, i, u]</c>: the filter is
/// constant on the orbits of triples (output channel, input channel, stencil point), and any values on the orbits will do. So the free
/// weights are the orbits; there are <c>(1/|H|) Σ_h χ_out(h) χ_in(h) fix_h(stencil)</c> of them (Burnside).
/// </para>
/// <para>
/// <b>Order of the free weights:</b> output field, then input field, then the orbits of that pair of fields in the order in which a
/// row-major walk over (output index, input index, stencil point) meets them. When the output field is regular every orbit has exactly
/// one triple at output element 0, so the walk lists <c>W[c, u]</c> for scalar input and <c>W[c, k, u]</c> for regular input, in
/// that order. From there the orbit gives the lifting convolution <c>W'[o,h,c,u] = W[o,c,h⁻¹u]</c> and the group convolution
/// <c>W'[o,h,c,k,u] = W[o,c,h⁻¹k,h⁻¹u]</c>: [CohenWelling2016], equations (10) and (11).
/// </para>
/// </remarks>
public sealed class FilterIndexMap : IEquatable<FilterIndexMap>
{
    private FilterIndexMap(FieldType input, FieldType output, Stencil stencil, long[] sources, int freeCount)
    {
        InputType = input;
        OutputType = output;
        Stencil = stencil;
        Sources = sources;
        FreeCount = freeCount;
    }

    /// <summary>The type of the convolution's input.</summary>
    public FieldType InputType { get; }

    /// <summary>The type of the convolution's output.</summary>
    public FieldType OutputType { get; }

    /// <summary>The points at which the filter has weights.</summary>
    public Stencil Stencil { get; }

    /// <summary>The number of free weights, which is the dimension of the space of equivariant filters.</summary>
    public int FreeCount { get; }

    /// <summary>
    /// For each filter tap the number of its free weight, or <see cref="FreeCount"/> where the bounding box has a place outside the
    /// stencil: gather from the free weights followed by one zero. Read only: the map does not copy it.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>OutputType.Channels x InputType.Channels x Stencil.Rows x Stencil.Columns</c>, row-major.</remarks>
    public long[] Sources { get; }

    /// <summary>The number of taps that one output value sums: input channels times stencil points.</summary>
    /// <remarks>
    /// With free weights drawn independently, mean 0 and variance <c>σ²</c>, and any fixed input, <c>out = Σ_t w[orbit(t)] x_t</c> over
    /// the <c>FanIn</c> taps <c>t</c> of one row has <c>Var(out) = σ² Σ_orbits (Σ_(t in orbit) x_t)²</c>. Into a regular field the taps of
    /// a row lie in different orbits (only the identity fixes the output element), so this is <c>σ² Σ_t x_t²</c>, and with
    /// <c>E[x²] = q</c> the output variance is <c>σ² FanIn q</c>: He's <c>σ² = 2 / FanIn</c> is exact, as for an ordinary convolution.
    /// Into trivial and quotient fields taps may share a weight; the cross terms <c>E[x_t x_t']</c> vanish for uncorrelated inputs of
    /// mean 0, and then <c>σ² FanIn q</c> holds as well. Source: [He2015], equations (7) to (10).
    /// </remarks>
    public int FanIn => InputType.Channels * Stencil.Count;

    /// <summary>The index map of the convolution between two field types.</summary>
    /// <param name="input">The type of the input.</param>
    /// <param name="output">The type of the output.</param>
    /// <param name="stencil">The points at which the filter has weights, closed under the group.</param>
    /// <exception cref="ArgumentException">
    /// The field types have different plane groups, a field does not permute its channels, or the stencil is not closed.
    /// </exception>
    public static FilterIndexMap For(FieldType input, FieldType output, Stencil stencil)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(stencil);
        if (!input.Group.Equals(output.Group))
        {
            throw new ArgumentException(
                $"A convolution needs one plane group; its input is '{input}' and its output '{output}'. Was one built for another group?",
                nameof(output));
        }

        RequirePermutation(input, nameof(input));
        RequirePermutation(output, nameof(output));
        stencil.RequireClosedUnder(input.Group);
        (long[] sources, int freeCount) = FilterAssembly.Build(input, output, stencil);
        return new FilterIndexMap(input, output, stencil, sources, freeCount);
    }

    /// <summary>Whether both join the same field types over the same stencil.</summary>
    /// <param name="other">The map to compare with.</param>
    public bool Equals(FilterIndexMap? other) => other is not null
        && InputType.Equals(other.InputType) && OutputType.Equals(other.OutputType) && Stencil.Equals(other.Stencil);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FilterIndexMap);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InputType, OutputType, Stencil);

    /// <summary>The field types and the stencil.</summary>
    public override string ToString() => $"{InputType} -> {OutputType}, {Stencil}";

    private static void RequirePermutation(FieldType type, string parameter)
    {
        if (type.Fields.FirstOrDefault(field => field is not PermutationRepresentation) is Representation other)
        {
            throw new ArgumentException(
                $"A filter index map needs representations that permute channels; '{other}' in the {parameter} '{type}' does not. " +
                "Use trivial, regular or quotient fields here.",
                parameter);
        }
    }
}
