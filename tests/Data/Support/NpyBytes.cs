using System.Buffers.Binary;
using System.Text;

namespace GCnn.Data.Tests;

/// <summary>NPY files by hand, honest and not.</summary>
internal static class NpyBytes
{
    public static byte[] Of(string dictionary, int dataLength, int? headerLength = null, byte version = 1)
    {
        var text = Encoding.Latin1.GetBytes(dictionary + "\n");
        var length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)(headerLength ?? text.Length));
        else
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(headerLength ?? text.Length));
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. new byte[dataLength]];
    }

    public static string Dictionary(string shape, string type = "|u1", string fortran = "False") =>
        $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}";
}
