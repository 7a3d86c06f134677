namespace GCnn.Layers.Tests;

/// <summary>Assertions about the words of a refusal.</summary>
internal static class Messages
{
    /// <summary>The action throws exactly this exception, and its message holds every part.</summary>
    public static void Say<T>(Func<object?> act, params string[] parts)
        where T : Exception
    {
        string message = Assert.Throws<T>(act).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
