namespace GCnn.LibTorch.Tests;

public class MemoryTests
{
    private const int Temporaries = 200_000;

    // 10,000 floats each: 8 GB in all if nothing were given back.
    private const int Elements = 10_000;
    private const long Allowed = 400L << 20;

    [Fact]
    public void Disposed_tensors_give_their_memory_back() => Assert.InRange(Growth(() => ones(Elements).Dispose()), long.MinValue, Allowed);

    [Fact]
    public void Forgotten_tensors_give_their_memory_back() => Assert.InRange(Growth(() => ones(Elements)), long.MinValue, Allowed);

    [Fact]
    public void Training_gives_its_memory_back()
    {
        using var net = nn.Sequential(nn.Linear(1000, 100), nn.ReLU(), nn.Linear(100, 10));
        using var optimiser = optim.Adam(net.parameters());
        using var data = randn(64, 1000);
        var growth = Growth(
            () =>
            {
                using var scope = NewDisposeScope();
                optimiser.zero_grad();
                net.call(data).pow(2).mean().backward();
                optimiser.step();
            },
            500);
        Assert.InRange(growth, long.MinValue, 64L << 20);
    }

    private static long Growth(Action action, int times = Temporaries)
    {
        action();
        var before = Resident();
        for (var i = 0; i < times; i++) action();
        return Resident() - before;
    }

    // The second number of statm counts resident pages.
    private static long Resident() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;
}
