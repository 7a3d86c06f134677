using System.Runtime.InteropServices;

namespace GCnn.Data;

/// <summary>The few functions of libhdf5 1.10 that are used. The library is not safe from several threads: every call is made under
/// <see cref="Lock"/>. Identifiers are numbers; a negative one, or a negative status, is a failure.</summary>
internal static unsafe partial class Hdf5
{
    public const int ReadOnly = 0;
    public const int Default = 0;
    public const int SelectSet = 0;
    public const int HardLink = 0;
    public const int IndexByName = 0;
    public const int Increasing = 0;
    public const int Chunked = 2;

    private const string Library = "libhdf5_serial.so.103";

    private static readonly NativePart Part = new(Library, "HDF5 files", "libhdf5-103-1");

    /// <summary>Held during every call.</summary>
    public static Lock Lock { get; } = new();

    /// <summary>Starts the library, and keeps it from printing what goes wrong: <see cref="Hdf5Complaint"/> asks for that.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static void Require()
    {
        Part.Require();
        if (Start() < 0 || SetPrinting(Default, 0, 0) < 0)
            throw new DllNotFoundException($"{Library} could not be started.");
    }

    /// <summary>The identifier of one of the library's own types.</summary>
    /// <param name="name">Its name in C, without what the macro adds: <c>H5T_IEEE_F32LE</c>.</param>
    public static long TypeOf(string name) => Part.Number(name + "_g");

    [LibraryImport(Library, EntryPoint = "H5Fopen", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long OpenFile(string path, uint mode, long access);

    [LibraryImport(Library, EntryPoint = "H5Fclose")]
    public static partial int CloseFile(long file);

    [LibraryImport(Library, EntryPoint = "H5Gopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long OpenGroup(long file, string name, long access);

    [LibraryImport(Library, EntryPoint = "H5Gclose")]
    public static partial int CloseGroup(long group);

    /// <summary>Fills 40 bytes, of which the second 8 are the number of links.</summary>
    [LibraryImport(Library, EntryPoint = "H5Gget_info")]
    public static partial int GroupInfo(long group, ulong* info);

    [LibraryImport(Library, EntryPoint = "H5Lexists", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LinkExists(long file, string name, long access);

    /// <summary>Fills 40 bytes, of which the first 4 are the kind of link.</summary>
    [LibraryImport(Library, EntryPoint = "H5Lget_info", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LinkInfo(long file, string name, int* info, long access);

    [LibraryImport(Library, EntryPoint = "H5Lget_name_by_idx", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint LinkName(long file, string group, int index, int order, ulong number, byte* name, nuint size, long access);

    [LibraryImport(Library, EntryPoint = "H5Dopen2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long OpenDataset(long file, string name, long access);

    [LibraryImport(Library, EntryPoint = "H5Dclose")]
    public static partial int CloseDataset(long dataset);

    [LibraryImport(Library, EntryPoint = "H5Dget_type")]
    public static partial long TypeOfDataset(long dataset);

    [LibraryImport(Library, EntryPoint = "H5Dget_space")]
    public static partial long SpaceOfDataset(long dataset);

    [LibraryImport(Library, EntryPoint = "H5Dget_create_plist")]
    public static partial long CreationOfDataset(long dataset);

    [LibraryImport(Library, EntryPoint = "H5Dget_storage_size")]
    public static partial ulong StorageSize(long dataset);

    [LibraryImport(Library, EntryPoint = "H5Dread")]
    public static partial int Read(long dataset, long memoryType, long memorySpace, long fileSpace, long transfer, void* buffer);

    [LibraryImport(Library, EntryPoint = "H5Dget_chunk_info_by_coord")]
    public static partial int ChunkInfo(long dataset, ulong* place, uint* skippedFilters, ulong* address, ulong* size);

    [LibraryImport(Library, EntryPoint = "H5Dread_chunk")]
    public static partial int ReadChunk(long dataset, long transfer, ulong* place, uint* skippedFilters, void* bytes);

    [LibraryImport(Library, EntryPoint = "H5Tequal")]
    public static partial int TypesEqual(long first, long second);

    [LibraryImport(Library, EntryPoint = "H5Tget_class")]
    public static partial int ClassOfType(long type);

    [LibraryImport(Library, EntryPoint = "H5Tclose")]
    public static partial int CloseType(long type);

    [LibraryImport(Library, EntryPoint = "H5Sget_simple_extent_ndims")]
    public static partial int Rank(long space);

    [LibraryImport(Library, EntryPoint = "H5Sget_simple_extent_dims")]
    public static partial int Axes(long space, ulong* axes, ulong* most);

    [LibraryImport(Library, EntryPoint = "H5Screate_simple")]
    public static partial long CreateSpace(int rank, ulong* axes, ulong* most);

    [LibraryImport(Library, EntryPoint = "H5Sselect_hyperslab")]
    public static partial int Select(long space, int how, ulong* start, ulong* stride, ulong* count, ulong* block);

    [LibraryImport(Library, EntryPoint = "H5Sclose")]
    public static partial int CloseSpace(long space);

    [LibraryImport(Library, EntryPoint = "H5Pcreate")]
    public static partial long CreateProperties(long kind);

    [LibraryImport(Library, EntryPoint = "H5Pset_chunk_cache")]
    public static partial int SetChunkCache(long access, nuint slots, nuint bytes, double preemption);

    [LibraryImport(Library, EntryPoint = "H5Pget_layout")]
    public static partial int Layout(long creation);

    [LibraryImport(Library, EntryPoint = "H5Pget_chunk")]
    public static partial int ChunkAxes(long creation, int rank, ulong* axes);

    [LibraryImport(Library, EntryPoint = "H5Pget_external_count")]
    public static partial int ExternalFiles(long creation);

    [LibraryImport(Library, EntryPoint = "H5Pget_nfilters")]
    public static partial int Filters(long creation);

    [LibraryImport(Library, EntryPoint = "H5Pget_filter2")]
    public static partial int Filter(
        long creation, uint index, uint* flags, nuint* values, uint* value, nuint nameLength, byte* name, uint* configuration);

    [LibraryImport(Library, EntryPoint = "H5Pclose")]
    public static partial int CloseProperties(long properties);

    [LibraryImport(Library, EntryPoint = "H5Ewalk2")]
    public static partial int WalkErrors(long stack, int direction, nint visit, nint data);

    [LibraryImport(Library, EntryPoint = "H5Eclear2")]
    public static partial int ClearErrors(long stack);

    /// <summary>The kind of properties by which a dataset is opened.</summary>
    public static long DatasetAccess => Part.Number("H5P_CLS_DATASET_ACCESS_ID_g");

    [LibraryImport(Library, EntryPoint = "H5open")]
    private static partial int Start();

    [LibraryImport(Library, EntryPoint = "H5Eset_auto2")]
    private static partial int SetPrinting(long stack, nint print, nint data);
}
