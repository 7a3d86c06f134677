namespace GCnn.Checkpoints.Tests;

/// <summary>A test that is skipped where there is no python3.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    private static readonly bool IsThere =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "python3")));

    public PythonFactAttribute()
    {
        if (!IsThere)
            Skip = "There is no python3 on this machine.";
    }
}
