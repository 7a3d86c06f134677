namespace GCnn.Groups;

public sealed partial class FieldType
{
    /// <summary>The number of orbits of channels, which is the number of free biases: those of all fields together.</summary>
    /// <exception cref="InvalidOperationException">A field does not permute its channels.</exception>
    public int Orbits => _blocks.Sum(block => block.Fields * Permuting(block).Orbits.Count);

    /// <summary>
    /// The orbit of each channel under the group, numbered in channel order. A bias <c>b</c> commutes with the action,
    /// <c>ρ(g) b = b</c>, exactly when it is constant on orbits: <c>b[c] = free[OrbitOfChannel[c]]</c>.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>Channels</c> values from 0 to <c>Orbits − 1</c>. A new array at each call.</remarks>
    /// <exception cref="InvalidOperationException">A field does not permute its channels.</exception>
    public long[] OrbitOfChannel
    {
        get
        {
            long[] orbitOf = new long[Channels];
            long first = 0;
            foreach (FieldBlock block in _blocks)
            {
                PermutationRepresentation representation = Permuting(block);
                int[] template = [.. Enumerable.Range(0, representation.Dimension).Select(representation.OrbitOf)];
                int perField = representation.Orbits.Count;
                for (int i = 0; i < block.Channels; i++)
                {
                    (int copy, int index) = Math.DivRem(i, template.Length);
                    orbitOf[block.Offset + i] = first + ((long)copy * perField) + template[index];
                }

                first += (long)block.Fields * perField;
            }

            return orbitOf;
        }
    }

    /// <summary>The channel <c>g·c</c> to which <c>ρ(g)</c> moves channel <c>c</c>: <c>(ρ(g) v)[g·c] = v[c]</c>.</summary>
    /// <param name="g">An element of the point group.</param>
    /// <param name="channel">The channel <c>c</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element or channel.</exception>
    /// <exception cref="InvalidOperationException">The channel's field does not permute its channels.</exception>
    public int Act(int g, int channel)
    {
        int field = FieldOf(channel);
        int offset = _offsets[field];
        return offset + Permuting(_fields[field]).Act(g, channel - offset);
    }

    /// <summary>The sources of <c>ρ(g) v</c>: <c>(ρ(g) v)[c] = v[ChannelSources(g)[c]]</c>.</summary>
    /// <remarks><b>Shapes:</b> <c>Channels</c> values from 0 to <c>Channels − 1</c>, a permutation. A new array at each call.</remarks>
    /// <param name="g">An element of the point group.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <exception cref="InvalidOperationException">A field does not permute its channels.</exception>
    public long[] ChannelSources(int g)
    {
        long[] sources = new long[Channels];
        for (int channel = 0; channel < sources.Length; channel++)
        {
            sources[Act(g, channel)] = channel;
        }

        return sources;
    }

    private PermutationRepresentation Permuting(FieldBlock block) => Permuting(block.Representation);

    private PermutationRepresentation Permuting(Representation representation) => representation as PermutationRepresentation
        ?? throw new InvalidOperationException(
            $"'{representation}' in {this} does not permute its channels, so they have no images and no orbits. " +
            "Use Representation.Matrix, or a field type of trivial, regular and quotient fields.");
}
