using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TorchSharp;

// Layers draw from libtorch's one default generator, and one test reads the process's memory: tests run one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace GCnn.Layers.Tests;

internal static class Threads
{
    /// <summary>The tensors are tiny: a second thread has nothing to do but wait, and on a busy machine it waits for very long.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A test assembly is an application; xunit 2 has no earlier place.")]
    internal static void One() => torch.set_num_threads(1);
}
