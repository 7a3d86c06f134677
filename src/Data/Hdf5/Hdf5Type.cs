namespace GCnn.Data;

/// <summary>The types of numbers that are read from HDF5: the standard ones of either order of bytes, and no made-up ones.</summary>
internal static class Hdf5Type
{
    private static readonly (string Name, NumberKind Kind)[] Known =
    [
        ("H5T_STD_U8", NumberKind.UInt8),
        ("H5T_STD_I8", NumberKind.Int8),
        ("H5T_STD_U16", NumberKind.UInt16),
        ("H5T_STD_I16", NumberKind.Int16),
        ("H5T_STD_U32", NumberKind.UInt32),
        ("H5T_STD_I32", NumberKind.Int32),
        ("H5T_STD_U64", NumberKind.UInt64),
        ("H5T_STD_I64", NumberKind.Int64),
        ("H5T_IEEE_F32", NumberKind.Float32),
        ("H5T_IEEE_F64", NumberKind.Float64),
    ];

    /// <summary>The type of a dataset's numbers; null where it is none of the standard ones.</summary>
    public static NumberKind? Of(long dataset)
    {
        var type = Hdf5Complaint.Require(Hdf5.TypeOfDataset(dataset), "has a dataset of a broken type");
        try
        {
            foreach (var (name, kind) in Known)
            {
                if (Hdf5.TypesEqual(type, Hdf5.TypeOf(name + "LE")) > 0 || Hdf5.TypesEqual(type, Hdf5.TypeOf(name + "BE")) > 0)
                    return kind;
            }

            return null;
        }
        finally
        {
            _ = Hdf5.CloseType(type);
        }
    }

    public static int SizeOf(NumberKind kind) => new NumberFormat(kind, BigEndian: false).Size;
}
