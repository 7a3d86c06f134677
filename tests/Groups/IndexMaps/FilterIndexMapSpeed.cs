using System.Diagnostics;
using Xunit.Abstractions;

namespace GCnn.Groups.Tests;

public sealed class FilterIndexMapSpeed(ITestOutputHelper output)
{
    /// <summary>Milliseconds. A debug build is not optimised and may be instrumented for coverage, so it gets ten times as long.</summary>
#if DEBUG
    private const double Budget = 1000;
#else
    private const double Budget = 100;
#endif

    [Fact]
    public void Sixty_four_regular_fields_of_p4m_to_sixty_four_build_in_under_100_milliseconds_when_optimised()
    {
        FieldType type = FieldType.Regular(PlaneGroup.P4m, 64);
        double[] milliseconds = new double[5];
        for (int run = 0; run < milliseconds.Length; run++)
        {
            long start = Stopwatch.GetTimestamp();
            FilterIndexMap map = FilterIndexMap.For(type, type, Stencil.Square(3));
            milliseconds[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Assert.Equal(64 * 64 * 8 * 9, map.FreeCount);
            Assert.Equal(64 * 8 * 64 * 8 * 9, map.Sources.Length);
        }

        output.WriteLine($"milliseconds: {string.Join(", ", milliseconds.Select(t => t.ToString("F1")))}");
        Assert.InRange(milliseconds.Min(), 0, Budget);
    }
}
