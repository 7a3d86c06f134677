using System.Runtime.CompilerServices;

namespace GCnn.Layers;

/// <summary>How loops over pixels are compiled.</summary>
internal static class Compiled
{
    /// <summary>
    /// With all optimisation when they are first called, as the loops that are written at run time are. .NET would otherwise begin with slow
    /// code and compile again in the background, which on one core comes late.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
