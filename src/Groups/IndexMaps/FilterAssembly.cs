namespace GCnn.Groups;

/// <summary>
/// Fills a filter's index map: one template per pair of representations, repeated with an offset for each pair of fields.
/// </summary>
internal static class FilterAssembly
{
    /// <summary>The source of every tap of the filter, and the number of free weights.</summary>
    public static (long[] Sources, int FreeCount) Build(FieldType input, FieldType output, Stencil stencil)
    {
        int[] inputKinds = Kinds(input, out List<PermutationRepresentation> inputs);
        int[] outputKinds = Kinds(output, out List<PermutationRepresentation> outputs);
        FieldPairTemplate[][] templates =
            [.. outputs.Select(o => inputs.Select(i => FieldPairTemplate.For(input.Group, i, o, stencil)).ToArray())];

        int freeCount = checked(outputKinds.Sum(o => inputKinds.Sum(i => templates[o][i].Count)));
        int box = stencil.Rows * stencil.Columns;
        long[] sources = new long[(long)output.Channels * input.Channels * box];
        int firstWeight = 0;
        for (int o = 0; o < outputKinds.Length; o++)
        {
            for (int i = 0; i < inputKinds.Length; i++)
            {
                FieldPairTemplate template = templates[outputKinds[o]][inputKinds[i]];
                int start = ((output.Offset(o) * input.Channels) + input.Offset(i)) * box;
                int width = inputs[inputKinds[i]].Dimension * box;
                for (int row = 0; row < template.Orbits.Length / width; row++)
                {
                    Span<long> target = sources.AsSpan(start + (row * input.Channels * box), width);
                    Fill(target, template.Orbits.AsSpan(row * width, width), firstWeight, freeCount);
                }

                firstWeight += template.Count;
            }
        }

        return (sources, freeCount);
    }

    private static void Fill(Span<long> target, ReadOnlySpan<int> orbits, int firstWeight, int zeroSlot)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = orbits[i] == FieldPairTemplate.Outside ? zeroSlot : firstWeight + orbits[i];
        }
    }

    /// <summary>Numbers the different representations of a field type, and says which one each field has.</summary>
    private static int[] Kinds(FieldType type, out List<PermutationRepresentation> kinds)
    {
        kinds = [];
        int[] kindOf = new int[type.Fields.Count];
        foreach (FieldBlock block in type.Blocks)
        {
            PermutationRepresentation representation = (PermutationRepresentation)block.Representation;
            int kind = kinds.IndexOf(representation);
            if (kind < 0)
            {
                kind = kinds.Count;
                kinds.Add(representation);
            }

            kindOf.AsSpan(block.FirstField, block.Fields).Fill(kind);
        }

        return kindOf;
    }
}
