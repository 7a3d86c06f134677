namespace GCnn.Checkpoints;

/// <summary>Files that are often given in place of a safetensors file, by their first bytes.</summary>
internal static class Foreign
{
    private static readonly (byte[] Beginning, string What)[] All =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a zip, which a PyTorch .pt file is too; save the state_dict by safetensors.torch.save_file"),
        ([0x80, 0x02, (byte)'}'], "a Python pickle, which is a program; save the state_dict by safetensors.torch.save_file"),
        ([0x80, 0x02, 0x8A, 0x0A], "a PyTorch file of the old form, a pickle; save the state_dict by safetensors.torch.save_file"),
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file; save the weights in the safetensors format"),
        ([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'], "a NumPy array; save it by safetensors.numpy.save_file"),
        ("GGUF"u8.ToArray(), "a GGUF file; save the weights in the safetensors format"),
        ("GCnn gal"u8.ToArray(), "a checkpoint of an older gcnn; train again"),
    ];

    /// <summary>What a file is, and what to do; null where its beginning says nothing.</summary>
    public static string? Named(ReadOnlySpan<byte> beginning)
    {
        foreach ((byte[] start, string what) in All)
        {
            if (beginning.StartsWith(start))
            {
                return what;
            }
        }

        return null;
    }
}
