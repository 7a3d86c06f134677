using System.Runtime.InteropServices;

namespace GCnn.Images;

/// <summary>The few functions of libgd that are used. libgd writes its complaints to the error stream;
/// <see cref="GdComplaints"/> takes them instead.</summary>
internal static partial class Gd
{
    private const string Library = "libgd.so.3";

    static Gd()
    {
        if (!NativeLibrary.TryLoad(Library, typeof(Gd).Assembly, searchPath: null, out _))
            Missing = $"Images need libgd ({Library}), which is not installed here; install it with: apt-get install libgd3";
        else
            SetErrorMethod(GdComplaints.Method);
    }

    /// <summary>Why libgd cannot be used, or null.</summary>
    private static string? Missing { get; }

    /// <summary>Throws one sentence where libgd is not installed.</summary>
    public static void Require()
    {
        if (Missing is not null)
            throw new DllNotFoundException(Missing);
    }

    [LibraryImport(Library, EntryPoint = "gdImageCreateFromJpegPtrEx")]
    public static partial GdImageHandle DecodeJpeg(int size, ReadOnlySpan<byte> data, int ignoreWarning);

    [LibraryImport(Library, EntryPoint = "gdImageCreateFromPngPtr")]
    public static partial GdImageHandle DecodePng(int size, ReadOnlySpan<byte> data);

    [LibraryImport(Library, EntryPoint = "gdImageCreateTrueColor")]
    public static partial GdImageHandle CreateTrueColour(int width, int height);

    [LibraryImport(Library, EntryPoint = "gdImageDestroy")]
    public static partial void Destroy(nint image);

    [LibraryImport(Library, EntryPoint = "gdImagePngPtr")]
    public static partial nint EncodePng(GdImageHandle image, out int size);

    [LibraryImport(Library, EntryPoint = "gdImageJpegPtr")]
    public static partial nint EncodeJpeg(GdImageHandle image, out int size, int quality);

    [LibraryImport(Library, EntryPoint = "gdFree")]
    public static partial void Free(nint memory);

    // Called once a pixel: short, never blocking, so the collector need not be told of the call.
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "gdImageGetTrueColorPixel")]
    public static partial int GetPixel(nint image, int x, int y);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "gdImageSetPixel")]
    public static partial void SetPixel(nint image, int x, int y, int colour);

    [LibraryImport(Library, EntryPoint = "gdImageFilledRectangle")]
    public static partial void FillRectangle(GdImageHandle image, int x1, int y1, int x2, int y2, int colour);

    [LibraryImport(Library, EntryPoint = "gdImageString")]
    public static partial void DrawText(GdImageHandle image, nint font, int x, int y, ReadOnlySpan<byte> text, int colour);

    [LibraryImport(Library, EntryPoint = "gdFontGetSmall")]
    public static partial nint SmallFont();

    [LibraryImport(Library, EntryPoint = "gdSetErrorMethod")]
    private static partial void SetErrorMethod(nint method);
}
