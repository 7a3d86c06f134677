using System.Diagnostics;

namespace GCnn.Packages.Tests.Support;

/// <summary>What a program left: its exit code and all that it wrote.</summary>
internal sealed record Ran(int Code, string Output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program in a folder. It writes to a file: build servers that outlive it would keep a pipe open.</summary>
    public static Ran Of(string folder, string program, params string[] arguments) => Of(folder, new Dictionary<string, string>(), program, arguments);

    /// <summary>Runs a program with more in its environment.</summary>
    public static Ran Of(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        string log = Path.GetTempFileName();
        try
        {
            using Process process = Process.Start(StartOf(folder, environment, log, program, arguments))!;
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return new Ran(-1, $"{program} {string.Join(' ', arguments)} did not end:\n{File.ReadAllText(log)}");
            }

            return new Ran(process.ExitCode, File.ReadAllText(log));
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>What it wrote, if it went well.</summary>
    public string Good()
    {
        Assert.True(Code == 0, $"exit code {Code}:\n{Output}");
        return Output;
    }

    private static ProcessStartInfo StartOf(
        string folder, IReadOnlyDictionary<string, string> environment, string log, string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = folder };
        foreach (string argument in (string[])["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null", "sh", log, program, .. arguments])
            start.ArgumentList.Add(argument);

        // What was said to this test run is not said to those that it starts.
        foreach (string name in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
            start.Environment.Remove(name);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static bool IsOfTheTestRun(string name) =>
        name is "TorchEngine" || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
