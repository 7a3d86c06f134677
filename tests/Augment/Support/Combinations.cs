namespace GCnn.Augment.Tests;

/// <summary>Theories over all pairs.</summary>
internal static class Combinations
{
    public static TheoryData<T1, T2> Of<T1, T2>(IEnumerable<T1> first, IReadOnlyCollection<T2> second)
    {
        TheoryData<T1, T2> all = [];
        foreach (T1 one in first)
        {
            foreach (T2 two in second)
            {
                all.Add(one, two);
            }
        }

        return all;
    }
}
