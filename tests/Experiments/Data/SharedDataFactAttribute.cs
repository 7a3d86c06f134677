namespace GCnn.Experiments.Tests.Data;

/// <summary>A test on the real galaxies beside the repository (../shared/data); reported as skipped where they are not there.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (Archive is null)
            Skip = "needs ../shared/data/galaxies-gz1.zip beside the repository; the laws are tested on made data too";
    }

    /// <summary>The real archive, or null.</summary>
    public static string? Archive { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "GCnn.sln")))
                continue;
            var archive = Path.GetFullPath(Path.Combine(folder.FullName, "../shared/data/galaxies-gz1.zip"));
            return File.Exists(archive) ? archive : null;
        }

        return null;
    }
}
