using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of the libtorch that answers.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Native.gcnn_torch_version())!;

    public static int get_num_threads() => Native.gcnn_get_threads();

    public static void set_num_threads(int num) => Native.Check(Native.gcnn_set_threads(num));

    public static int get_num_interop_threads() => Native.gcnn_get_interop_threads();

    public static void set_num_interop_threads(int num) => Native.Check(Native.gcnn_set_interop_threads(num));
}
