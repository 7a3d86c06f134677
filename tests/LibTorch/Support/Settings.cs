// The seed, the default type and the number of threads are the process's: tests that set them must not meet.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace GCnn.LibTorch.Tests.Support;

internal static class Settings
{
    /// <summary>Until disposed, new tensors are of this type.</summary>
    internal static IDisposable DefaultType(ScalarType type) => new Restore(type);

    private sealed class Restore : IDisposable
    {
        private readonly ScalarType before = get_default_dtype();

        internal Restore(ScalarType type) => set_default_dtype(type);

        public void Dispose() => set_default_dtype(before);
    }
}
