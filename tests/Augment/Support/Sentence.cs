namespace GCnn.Augment.Tests;

internal static class Sentence
{
    /// <summary>Asserts that something is refused by an exception of one kind, whose sentence has these parts.</summary>
    public static void Is<T>(Func<object?> refused, params string[] parts)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => { refused(); });
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }
}
