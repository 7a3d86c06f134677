namespace GCnn.Groups.Tests;

/// <summary>Asserts that a refusal says what its reader needs.</summary>
internal static class Message
{
    public static void Says<T>(Func<object?> refused, params string[] parts)
        where T : Exception
    {
        T exception = Assert.Throws<T>(() => { refused(); });
        foreach (string part in parts)
        {
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        }
    }
}
