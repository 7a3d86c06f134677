using System.Buffers.Binary;
using System.Text;

namespace GCnn.Checkpoints.Tests;

/// <summary>Files made by hand: a header as it is written here, and bytes.</summary>
internal static class FileBytes
{
    /// <summary>A file of a header and as many zeros as are asked for.</summary>
    public static byte[] Of(string header, int data = 0, ulong? length = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(header), prefix = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length ?? (ulong)text.Length);
        return [.. prefix, .. text, .. new byte[data]];
    }

    /// <summary>A header of one tensor of 4 bytes, of which the parts may be given otherwise.</summary>
    public static string Tensor(string dtype = "\"F32\"", string shape = "[1]", string offsets = "[0,4]", string name = "a") =>
        $"{{\"{name}\":{{\"dtype\":{dtype},\"shape\":{shape},\"data_offsets\":{offsets}}}}}";
}
