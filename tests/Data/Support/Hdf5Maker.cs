using System.Runtime.InteropServices;

namespace GCnn.Data.Tests;

/// <summary>Writes HDF5 files that nobody honest would write.</summary>
internal sealed unsafe partial class Hdf5Maker : IDisposable
{
    private const string Library = "libhdf5_serial.so.103";
    private const uint Truncate = 2;
    private const int Compound = 6;
    private readonly long _file;

    private Hdf5Maker(string path) => _file = Good(CreateFile(path, Truncate, 0, 0));

    private static long Creation => Part.Number("H5P_CLS_DATASET_CREATE_ID_g");

    private static NativePart Part { get; } = new(Library, "tests", "libhdf5-103-1");

    /// <summary>Makes a file.</summary>
    public static string Make(Place place, string name, Action<Hdf5Maker> fill)
    {
        lock (Hdf5.Lock)
        {
            Hdf5.Require();
            using var maker = new Hdf5Maker(place[name]);
            fill(maker);
        }

        return place[name];
    }

    /// <summary>A dataset of bytes, all zero, of a shape; none written where it is said so.</summary>
    public Hdf5Maker Zeros(string name, long[] shape, bool written = true, string type = "H5T_STD_U8LE", Action<Layout>? layout = null)
    {
        ulong[] axes = [.. shape.Select(axis => (ulong)axis)];
        var plan = Good(CreateProperties(Creation));
        layout?.Invoke(new(plan));
        long space;
        fixed (ulong* first = axes)
            space = Good(CreateSpace(shape.Length, first, null));
        var dataset = Good(CreateDataset(_file, name, Hdf5.TypeOf(type), space, 0, plan, 0));
        if (written)
        {
            fixed (byte* zeros = new byte[8 * shape.Aggregate(1L, (product, axis) => product * axis)])
                Good(Write(dataset, Hdf5.TypeOf(type), 0, 0, 0, zeros));
        }

        Good(Hdf5.CloseDataset(dataset));
        Good(Hdf5.CloseSpace(space));
        Good(Hdf5.CloseProperties(plan));
        return this;
    }

    /// <summary>A dataset of records.</summary>
    public Hdf5Maker Records(string name)
    {
        var type = Good(CreateType(Compound, 2));
        Good(Insert(type, "a", 0, Hdf5.TypeOf("H5T_STD_U8LE")));
        var axes = 6ul;
        var space = Good(CreateSpace(1, &axes, null));
        Good(Hdf5.CloseDataset(Good(CreateDataset(_file, name, type, space, 0, 0, 0))));
        return this;
    }

    public Hdf5Maker Scalar(string name)
    {
        Good(Hdf5.CloseDataset(Good(CreateDataset(_file, name, Hdf5.TypeOf("H5T_STD_U8LE"), Good(CreateSimplest(0)), 0, 0, 0))));
        return this;
    }

    public Hdf5Maker Group(string name)
    {
        Good(Hdf5.CloseGroup(Good(CreateGroup(_file, name, 0, 0, 0))));
        return this;
    }

    public Hdf5Maker Soft(string name, string target)
    {
        Good(CreateSoft(target, _file, name, 0, 0));
        return this;
    }

    public Hdf5Maker External(string name, string file, string target)
    {
        Good(CreateExternal(file, target, _file, name, 0, 0));
        return this;
    }

    public void Dispose() => Good(Hdf5.CloseFile(_file));

    private static long Good(long result) => result >= 0 ? result : throw new InvalidOperationException("libhdf5 would not.");

    /// <summary>How a dataset is stored.</summary>
    internal readonly struct Layout(long plan)
    {
        public void Chunks(params ulong[] axes)
        {
            fixed (ulong* first = axes)
                Good(SetChunk(plan, axes.Length, first));
        }

        public void Filter(int number) => Good(SetFilter(plan, number, 1, 0, null));

        public void Elsewhere(string file, ulong bytes) => Good(SetExternal(plan, file, 0, bytes));
    }

    [LibraryImport(Library, EntryPoint = "H5Fcreate", StringMarshalling = StringMarshalling.Utf8)]
    private static partial long CreateFile(string path, uint mode, long creation, long access);

    [LibraryImport(Library, EntryPoint = "H5Screate_simple")]
    private static partial long CreateSpace(int rank, ulong* axes, ulong* most);

    [LibraryImport(Library, EntryPoint = "H5Screate")]
    private static partial long CreateSimplest(int kind);

    [LibraryImport(Library, EntryPoint = "H5Dcreate2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial long CreateDataset(long file, string name, long type, long space, long link, long creation, long access);

    [LibraryImport(Library, EntryPoint = "H5Dwrite")]
    private static partial int Write(long dataset, long type, long memory, long space, long transfer, void* values);

    [LibraryImport(Library, EntryPoint = "H5Gcreate2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial long CreateGroup(long file, string name, long link, long creation, long access);

    [LibraryImport(Library, EntryPoint = "H5Lcreate_soft", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateSoft(string target, long file, string name, long creation, long access);

    [LibraryImport(Library, EntryPoint = "H5Lcreate_external", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateExternal(string other, string target, long file, string name, long creation, long access);

    [LibraryImport(Library, EntryPoint = "H5Tcreate")]
    private static partial long CreateType(int kind, nuint size);

    [LibraryImport(Library, EntryPoint = "H5Tinsert", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Insert(long type, string name, nuint at, long member);

    [LibraryImport(Library, EntryPoint = "H5Pcreate")]
    private static partial long CreateProperties(long kind);

    [LibraryImport(Library, EntryPoint = "H5Pset_chunk")]
    private static partial int SetChunk(long plan, int rank, ulong* axes);

    [LibraryImport(Library, EntryPoint = "H5Pset_filter")]
    private static partial int SetFilter(long plan, int filter, uint flags, nuint count, uint* values);

    [LibraryImport(Library, EntryPoint = "H5Pset_external", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetExternal(long plan, string file, nint at, ulong bytes);
}
