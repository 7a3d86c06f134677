using System.Runtime.InteropServices;
using System.Text;

namespace GCnn.Data;

/// <summary>The few functions of cfitsio 4 that are used. The library is not safe from several threads as Debian builds it: every call is
/// made under <see cref="Lock"/>. A status that is not 0 is an error, and stays one until it is cleared.</summary>
/// <remarks>A name of a file is a small language in cfitsio: sections, filters, pipes, addresses of the network, memory. Only
/// <c>fits_open_diskfile</c>, which takes it as the path of a local file and nothing else, stands here.</remarks>
internal static unsafe partial class Cfitsio
{
    public const int ReadOnly = 0;
    public const int ImageHeader = 0;
    public const int Floats = 42;
    public const int Bytes = 8;

    private const string Library = "libcfitsio.so.10";
    private const int MaximumText = 96;

    private static readonly NativePart Part = new(Library, "FITS files", "libcfitsio10");

    /// <summary>Held during every call.</summary>
    public static Lock Lock { get; } = new();

    /// <summary>Refuses to go on without the library.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed.</exception>
    public static void Require() => Part.Require();

    /// <summary>Goes on where there was no error.</summary>
    /// <param name="status">What the last call left.</param>
    /// <param name="clause">What could not be done, with the file as its subject.</param>
    /// <exception cref="InvalidDataException">There was one.</exception>
    public static void Check(int status, string clause)
    {
        if (status == 0)
            return;
        var text = stackalloc byte[MaximumText];
        ErrorText(status, text);
        ClearMessages();
        throw new InvalidDataException($"{clause} (cfitsio: {Encoding.ASCII.GetString(text, new ReadOnlySpan<byte>(text, MaximumText).IndexOf((byte)0))})");
    }

    [LibraryImport(Library, EntryPoint = "ffdkopn", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenDiskFile(out nint file, string path, int mode, ref int status);

    [LibraryImport(Library, EntryPoint = "ffclos")]
    public static partial int Close(nint file, ref int status);

    [LibraryImport(Library, EntryPoint = "ffthdu")]
    public static partial int CountHeaders(nint file, out int count, ref int status);

    [LibraryImport(Library, EntryPoint = "ffmahd")]
    public static partial int GoTo(nint file, int header, out int kind, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgidm")]
    public static partial int CountAxes(nint file, out int count, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgiszll")]
    public static partial int Axes(nint file, int most, long* axes, ref int status);

    /// <summary>The type of the pixels after scaling: 8 only for bytes that are not scaled.</summary>
    [LibraryImport(Library, EntryPoint = "ffgiet")]
    public static partial int PixelType(nint file, out int type, ref int status);

    /// <summary>The type of the pixels as they are stored: their bits, negative for floating point.</summary>
    [LibraryImport(Library, EntryPoint = "ffgidt")]
    public static partial int StoredType(nint file, out int type, ref int status);

    [LibraryImport(Library, EntryPoint = "fits_is_compressed_image")]
    public static partial int IsCompressed(nint file, ref int status);

    [LibraryImport(Library, EntryPoint = "ffghadll")]
    public static partial int Addresses(nint file, out long header, out long data, out long end, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgpxv")]
    public static partial int ReadPixels(
        nint file, int type, long* first, long count, void* blank, void* pixels, out int anyBlank, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgcno", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FindColumn(nint file, int exactCase, string name, out int column, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgnrwll")]
    public static partial int CountRows(nint file, out long rows, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgdesll")]
    public static partial int Descriptor(nint file, int column, long row, out long length, out long at, ref int status);

    [LibraryImport(Library, EntryPoint = "ffgcvb")]
    public static partial int ReadBytes(
        nint file, int column, long row, long first, long count, byte blank, byte* bytes, out int anyBlank, ref int status);

    /// <summary>Forgets an error that was looked for.</summary>
    /// <returns>The status without one.</returns>
    public static int Clear()
    {
        ClearMessages();
        return 0;
    }

    [LibraryImport(Library, EntryPoint = "ffgerr")]
    private static partial void ErrorText(int status, byte* text);

    [LibraryImport(Library, EntryPoint = "ffcmsg")]
    private static partial void ClearMessages();
}
