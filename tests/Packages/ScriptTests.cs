using System.Runtime.Versioning;
using GCnn.Packages.Tests.Support;

namespace GCnn.Packages.Tests;

/// <summary>
/// The script <c>gcnn</c> in a room with a blank in its name, with a <c>dotnet</c>, an <c>apt-get</c> and tests that only write down that
/// they were called.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class ScriptTests : IDisposable
{
    private readonly DirectoryInfo _room = Directory.CreateTempSubdirectory("gcnn script ");
    private readonly string _bin;

    public ScriptTests()
    {
        _bin = Directory.CreateDirectory(At("bin")).FullName;
        foreach (string folder in (string[])["src", "experiments", "tests", "artifacts"])
            Directory.CreateDirectory(At(folder));
        File.Copy(Repository.PathOf("gcnn"), At("gcnn"));
        File.WriteAllText(At("global.json"), "{}");
        File.WriteAllText(At("Directory.Build.props"), "<Project />");
        File.WriteAllText(At("artifacts", "engine"), "package\n");
        Script(At("tests", "run"), "echo the tests");
        Program("dotnet", """
            case $1 in
              build) echo build >>"$ROOM/calls"; sleep 1; mkdir -p "$ROOM/artifacts/bin/GCnn.Experiments/release"
                     touch "$ROOM/artifacts/bin/GCnn.Experiments/release/gcnn.dll" ;;
              *) shift; echo "ran in $PWD: $*" ;;
            esac
            """);
        Program("apt-get", "echo \"apt-get $*\" >>\"$ROOM/calls\"; exit ${APT:-0}");
        Program("sudo", "exec \"$@\"");
        foreach (string tool in (string[])["bash", "sh", "dirname", "readlink", "find", "mktemp", "mv", "rm", "cat", "id", "mkdir", "flock", "grep", "env", "sleep", "touch", "tail", "ldconfig"])
            Link(tool);
    }

    [Fact]
    public void Four_processes_started_at_once_build_once()
    {
        string[] outputs = [.. Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Run("galaxy").Good())];
        Assert.Equal("build\n", File.ReadAllText(At("calls")));
        Assert.All(outputs, output => Assert.Contains(": galaxy\n", output, StringComparison.Ordinal));
        Assert.Single(outputs, output => output.Contains("gcnn: building", StringComparison.Ordinal));
    }

    [Fact]
    public void It_builds_again_when_a_source_is_newer()
    {
        Run("galaxy").Good();
        Run("galaxy").Good();
        Assert.Equal("build\n", File.ReadAllText(At("calls")));
        File.WriteAllText(At("src", "New.cs"), "");
        Run("galaxy").Good();
        Assert.Equal("build\nbuild\n", File.ReadAllText(At("calls")));
    }

    [Fact]
    public void It_runs_through_a_link_in_the_folder_where_it_was_called_with_the_arguments_as_they_were()
    {
        string elsewhere = Directory.CreateDirectory(At("else where")).FullName;
        File.CreateSymbolicLink(Path.Combine(elsewhere, "link"), At("gcnn"));
        Ran ran = Ran.Of(elsewhere, Environment(), Path.Combine(elsewhere, "link"), "data", "describe", "my galaxies.zip");
        Assert.EndsWith($"ran in {elsewhere}: data describe my galaxies.zip\n", ran.Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_tests_need_is_installed_for_tests_and_for_nothing_else()
    {
        Run("galaxy").Good();
        Assert.DoesNotContain("apt-get", File.ReadAllText(At("calls")), StringComparison.Ordinal);
        Run("test").Good();
        Assert.Matches(@"apt-get install -y --no-install-recommends chromium (openmpi-bin )?nodejs python3\n$", File.ReadAllText(At("calls")));
    }

    [Fact]
    public void Nothing_is_installed_where_nothing_is_missing()
    {
        foreach (string tool in (string[])["chromium", "mpirun", "node", "python3"])
            Program(tool, "");
        Ran ran = Run("test");
        Assert.EndsWith("the tests\n", ran.Good(), StringComparison.Ordinal);
        string calls = File.Exists(At("calls")) ? File.ReadAllText(At("calls")) : "";
        Assert.DoesNotContain("chromium", calls, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_installed_is_said_and_the_tests_run()
    {
        string output = Run("test", ("APT", "100")).Good();
        Assert.Contains("gcnn: missing and not installed: chromium ", output, StringComparison.Ordinal);
        Assert.Contains("the tests that need it are skipped", output, StringComparison.Ordinal);
        Assert.EndsWith("the tests\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Delete(recursive: true);

    private string At(params string[] parts) => Path.Combine([_room.FullName, .. parts]);

    private Ran Run(string command, params (string Name, string Value)[] more) =>
        Ran.Of(_room.FullName, Environment(more), At("gcnn"), command);

    private Dictionary<string, string> Environment(params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = _bin, ["ROOM"] = _room.FullName };
        foreach ((string name, string value) in more)
            all[name] = value;
        return all;
    }

    private void Program(string name, string body)
    {
        File.Delete(Path.Combine(_bin, name));
        Script(Path.Combine(_bin, name), body);
    }

    private void Link(string tool)
    {
        string? place = ((string[])["/usr/bin", "/bin", "/usr/sbin", "/sbin"]).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
        if (place is not null)
            File.CreateSymbolicLink(Path.Combine(_bin, tool), place);
    }

    private static void Script(string path, string body)
    {
        File.WriteAllText(path, $"#!/bin/bash\n{body.ReplaceLineEndings("\n")}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
