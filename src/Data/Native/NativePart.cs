using System.Runtime.InteropServices;

namespace GCnn.Data;

/// <summary>A library of the system that a format is read by.</summary>
/// <param name="library">Its file's name.</param>
/// <param name="purpose">What needs it: "HDF5 files".</param>
/// <param name="package">The Debian package that has it.</param>
internal sealed class NativePart(string library, string purpose, string package)
{
    private readonly Lazy<nint> _handle = new(() =>
        NativeLibrary.TryLoad(library, typeof(NativePart).Assembly, searchPath: null, out var handle) ? handle : 0);

    /// <summary>Refuses to go on without the library, by one sentence.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public void Require()
    {
        if (_handle.Value == 0)
            throw new DllNotFoundException($"{purpose} are read by {library}, which is not installed here; install it with: apt-get "
                + $"install {package}");
    }

    /// <summary>A whole number of 64 bits that the library keeps under a name.</summary>
    public long Number(string name) => Marshal.ReadInt64(NativeLibrary.GetExport(_handle.Value, name));
}
