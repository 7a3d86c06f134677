using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp;

namespace GCnn.Layers.Tests;

/// <summary>
/// Every path of vector instructions gives the expanded filter's results. What a processor has is settled when a process starts, so each
/// path runs in a process of its own: this assembly's, whose entry point is here.
/// </summary>
public class KernelPaths
{
    private const int Configurations = 24;

    /// <summary>The runtime before .NET 10 says EnableAVX512F, later ones EnableAVX512.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512F DOTNET_EnableAVX512", 32)]
    [InlineData("DOTNET_EnableAVX2", 16)]
    [InlineData("DOTNET_EnableHWIntrinsic", 16)]
    public void Results_are_right_without_some_instructions(string disabled, int widest)
    {
        int width = Math.Min(widest, VectorLanes.For(typeof(float)).Bytes);
        Assert.Equal($"{width} bytes, agrees", Child(disabled.Split(' ')));
    }

    [Fact]
    public void Results_are_right_with_all_instructions() =>
        Assert.Equal($"{VectorLanes.For(typeof(float)).Bytes} bytes, agrees", Child([]));

    /// <summary>Where the tests' process itself begins when it is started as a program.</summary>
    internal static int Main()
    {
        bool agrees = RandomConvolution.All.Generator.Sample(50, new Rnd(5, 7), Configurations)
            .All(drawn => RouteAgreement.Agrees(drawn, torch.ScalarType.Float32, 1e-5));
        Console.WriteLine($"{VectorLanes.For(typeof(float)).Bytes} bytes, {(agrees ? "agrees" : "differs")}");
        return agrees ? 0 : 1;
    }

    private static string Child(string[] disabled)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(KernelPaths).Assembly.Location])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        };
        foreach (string instructions in disabled)
        {
            start.Environment[instructions] = "0";
        }

        using Process child = Process.Start(start)!;
        string written = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return written.Trim();
    }
}
