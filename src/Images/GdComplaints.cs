using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace GCnn.Images;

/// <summary>What libgd has to say about a file, kept for each thread instead of written to the error stream. It matters: of a JPEG that is
/// cut short or corrupt libgd complains, and returns an image all the same.</summary>
internal static unsafe partial class GdComplaints
{
    private const int MaximumLength = 256;

    [ThreadStatic]
    private static string? _first;

    /// <summary>The C function that libgd is to call: (priority, printf format, va_list).</summary>
    public static nint Method => (nint)(delegate* unmanaged[Cdecl]<int, byte*, nint, void>)&Note;

    /// <summary>Forgets this thread's complaint.</summary>
    public static void Clear() => _first = null;

    /// <summary>The first complaint on this thread since the last <see cref="Clear"/>, or null.</summary>
    public static string? First() => _first;

    // libgd calls on the thread that decodes. The first complaint names the cause; later ones follow from it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Note(int priority, byte* format, nint arguments)
    {
        if (_first is not null)
            return;
        var text = stackalloc byte[MaximumLength];
        var length = Print(text, MaximumLength, format, arguments);
        _first = Encoding.UTF8.GetString(text, Math.Clamp(length, 0, MaximumLength - 1)).Trim();
    }

    [LibraryImport("libc", EntryPoint = "vsnprintf")]
    private static partial int Print(byte* text, nuint size, byte* format, nint arguments);
}
