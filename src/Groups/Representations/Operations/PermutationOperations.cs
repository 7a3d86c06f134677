namespace GCnn.Groups;

/// <summary>The operations on representations, where every operand permutes its basis.</summary>
internal static class PermutationOperations
{
    public static PermutationRepresentation DirectSum(PermutationRepresentation[] summands)
    {
        (PermutationRepresentation Summand, int Offset)[] places = new (PermutationRepresentation, int)[summands.Sum(s => s.Dimension)];
        int offset = 0;
        foreach (PermutationRepresentation summand in summands)
        {
            Array.Fill(places, (summand, offset), offset, summand.Dimension);
            offset += summand.Dimension;
        }

        return Of(
            DirectSumRepresentation.NameOf(summands),
            summands[0].Group,
            places.Length,
            (g, i) => places[i].Offset + places[i].Summand.Act(g, i - places[i].Offset));
    }

    public static PermutationRepresentation Tensor(PermutationRepresentation a, PermutationRepresentation b) => Of(
        TensorProductRepresentation.NameOf(a, b),
        a.Group,
        a.Dimension * b.Dimension,
        (g, i) => (a.Act(g, i / b.Dimension) * b.Dimension) + b.Act(g, i % b.Dimension));

    public static PermutationRepresentation Restrict(PermutationRepresentation source, Homomorphism embedding) => Of(
        RestrictedRepresentation.NameOf(source, embedding),
        embedding.Source,
        source.Dimension,
        (h, i) => source.Act(embedding[h], i));

    public static PermutationRepresentation Induce(PermutationRepresentation source, Induction induction) => Of(
        InducedRepresentation.NameOf(source, induction.Subgroup),
        induction.Subgroup.Parent,
        induction.Cosets.Count * source.Dimension,
        (g, i) =>
        {
            (int coset, int inner) = Math.DivRem(i, source.Dimension);
            (int image, int k) = induction.Act(g, coset);
            return (image * source.Dimension) + source.Act(k, inner);
        });

    /// <summary>With <c>Q e_i = e_(q(i))</c>, basis vector <c>i</c> moves to <c>q⁻¹(g·q(i))</c>.</summary>
    public static PermutationRepresentation Reorder(PermutationRepresentation source, ConjugatedRepresentation conjugated)
    {
        int[] q = [.. conjugated.Basis.EnumerateColumns().Select(column => column.AbsoluteMaximumIndex())];
        return Of(conjugated.Name, source.Group, source.Dimension, (g, i) => Array.IndexOf(q, source.Act(g, q[i])));
    }

    private static PermutationActionRepresentation Of(string name, FiniteGroup group, int points, Func<int, int, int> act) =>
        new(name, PermutationAction.FromFunction(group, points, act));
}
