using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace GCnn.Layers.Tests;

/// <summary>Laws of random nets: <c>GCNN_NETS</c> says how many, <c>GCNN_SEED</c> which; both are printed.</summary>
internal static class Drawn
{
    /// <summary>Checks a law on every net; a failure is shrunk to the smallest net and shows how to repeat it.</summary>
    /// <returns>The number of nets.</returns>
    public static int ForAll<T>(
        ITestOutputHelper output, Arbitrary<T> drawn, Func<T, EquivariantSequential> build, Func<T, EquivariantSequential, bool> law)
    {
        int nets = Setting("GCNN_NETS", 150);
        ulong seed = (ulong)Setting("GCNN_SEED", 1);
        output.WriteLine($"{nets} nets, GCNN_SEED={seed}");
        Prop.ForAll(drawn, one =>
        {
            using DisposeScope scope = NewDisposeScope();
            using EquivariantSequential net = build(one);
            return law(one, net);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(nets).WithReplay(Mixed(seed), Mixed(~seed) | 1));
        return nets;
    }

    // Neighbouring seeds would draw the same nets, one step apart.
    private static ulong Mixed(ulong seed) => BitConverter.ToUInt64(SHA256.HashData(BitConverter.GetBytes(seed)));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
