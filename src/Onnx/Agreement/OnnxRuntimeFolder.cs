using System.Runtime.InteropServices;

namespace GCnn.Onnx;

/// <summary>Where ONNX Runtime for node is kept on this machine, and how it comes there.</summary>
internal static class OnnxRuntimeFolder
{
    /// <summary>The version: of those whose archives hold the library itself, for Linux too, a small one.</summary>
    private const string Version = "1.17.0";

    private static readonly NodePackage Runtime = new(
        "onnxruntime-node", Version, "pRxdqSP3a6wtiFVkVX1V3/gsEMwBRUA9D2oYmcN3cjF+j+ILS+SIY2L7KxdWapsG6z64i5rUn8ijFZdIvbojBg==");

    private static readonly NodePackage Common = new(
        "onnxruntime-common", Version, "Vq1remJbCPITjDMJ04DA7AklUTnbYUp4vbnm6iL7ukSt+7VErH0NGYfekRSTjxxurEtX7w41PFfnQlE6msjPJw==");

    /// <summary>The folder, which is filled on first use.</summary>
    /// <exception cref="IOException">The packages cannot be got or kept; one sentence.</exception>
    public static string Filled() => Filled(Path.Combine(Kept(), $"onnxruntime-{Version}"), package => package.Download());

    /// <summary>A folder that is filled on first use, beside and renamed, so that it is there whole or not at all.</summary>
    public static string Filled(string folder, Func<NodePackage, byte[]> get)
    {
        if (Directory.Exists(folder))
        {
            return folder;
        }

        string beside = $"{folder}.{Guid.NewGuid():N}";
        string library = $"bin/napi-v3/{System}/{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}/";
        try
        {
            bool Needed(string path) => path == "package.json" || path.StartsWith("dist/", StringComparison.Ordinal)
                || path.StartsWith(library, StringComparison.Ordinal);
            Common.Unpack(get(Common), beside, Needed);
            Runtime.Unpack(get(Runtime), beside, Needed);
            Rename(beside, folder);
            return folder;
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    private static string System => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    // Another process may have been faster; its folder is as good.
    private static void Rename(string beside, string folder)
    {
        try
        {
            Directory.Move(beside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
        }
    }

    /// <summary>Artifacts of the build that this program stands in, else the user's cache.</summary>
    private static string Kept()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "artifacts")
            {
                return folder.FullName;
            }
        }

        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Directory.CreateDirectory(Path.Combine(data, "gcnn")).FullName;
    }
}
