using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The C ABI of native/abi.h, one declaration for each function there.</summary>
internal static unsafe partial class Native
{
    private const string Library = "gcnn_torch";

    [StructLayout(LayoutKind.Sequential)]
    internal struct TensorInfo
    {
        public long Dimensions, Elements, Bytes;
        public nint Data;
        public int ScalarType, DeviceType, DeviceIndex, ElementSize;
        public int RequiresGrad, IsLeaf, IsContiguous, Unused;
    }

    [LibraryImport(Library)]
    private static partial nint gcnn_last_error();

    [LibraryImport(Library)]
    internal static partial nint gcnn_torch_version();

    // Operators
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int gcnn_operator_find(string name, string overload, out nint result);

    [LibraryImport(Library)]
    internal static partial int gcnn_operator_call(nint op, Value* arguments, int count, Value* results, int capacity);

    [LibraryImport(Library)]
    internal static partial void gcnn_list_free(nint handles);

    // Tensors
    [LibraryImport(Library)]
    internal static partial void gcnn_tensor_release(nint handle);

    [LibraryImport(Library)]
    internal static partial nint gcnn_tensor_retain(nint handle);

    [LibraryImport(Library)]
    internal static partial int gcnn_tensor_info(nint handle, out TensorInfo info);

    [LibraryImport(Library)]
    internal static partial long gcnn_tensor_owned_bytes(nint handle);

    [LibraryImport(Library)]
    internal static partial int gcnn_tensor_sizes(nint handle, long* sizes, long* strides);

    // Gradients
    [LibraryImport(Library)]
    internal static partial int gcnn_set_requires_grad(nint handle, int value);

    [LibraryImport(Library)]
    internal static partial int gcnn_retain_grad(nint handle);

    [LibraryImport(Library)]
    internal static partial int gcnn_get_grad(nint handle, out nint result);

    [LibraryImport(Library)]
    internal static partial int gcnn_set_grad(nint handle, nint grad);

    [LibraryImport(Library)]
    internal static partial int gcnn_grad_enabled();

    [LibraryImport(Library)]
    internal static partial void gcnn_set_grad_enabled(int enabled);

    [LibraryImport(Library)]
    internal static partial int gcnn_backward(
        nint* tensors, int count, nint* grads, int gradCount, int retain, int create, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int gcnn_grad(
        nint* outputs, int count, nint* inputs, int inputCount, nint* grads, int gradCount,
        int retain, int create, int allowUnused, nint* results);

    // Functions with a managed backward
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void gcnn_function_fail(string message);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int gcnn_function_create(
        string name, nint context, delegate* unmanaged<nint, nint*, int, nint*, int, int> backward,
        delegate* unmanaged<nint, void> free, nint* inputs, int count, out nint result);

    [LibraryImport(Library)]
    internal static partial int gcnn_function_attach(nint node, nint output, out nint result);

    [LibraryImport(Library)]
    internal static partial int gcnn_function_save(nint node, nint* tensors, int count);

    [LibraryImport(Library)]
    internal static partial int gcnn_function_saved_count(nint rawNode);

    [LibraryImport(Library)]
    internal static partial int gcnn_function_saved(nint rawNode, nint* results);

    [LibraryImport(Library)]
    internal static partial nint gcnn_function_node(nint node);

    [LibraryImport(Library)]
    internal static partial void gcnn_function_release(nint node);

    // Generators and threads
    [LibraryImport(Library)]
    internal static partial nint gcnn_generator_create(ulong seed);

    [LibraryImport(Library)]
    internal static partial nint gcnn_generator_default();

    [LibraryImport(Library)]
    internal static partial void gcnn_generator_release(nint generator);

    [LibraryImport(Library)]
    internal static partial void gcnn_generator_set_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial ulong gcnn_generator_initial_seed(nint generator);

    [LibraryImport(Library)]
    internal static partial ulong gcnn_generator_new_seed(nint generator);

    [LibraryImport(Library)]
    internal static partial int gcnn_generator_get_state(nint generator, out nint result);

    [LibraryImport(Library)]
    internal static partial int gcnn_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    internal static partial int gcnn_get_threads();

    [LibraryImport(Library)]
    internal static partial int gcnn_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int gcnn_get_interop_threads();

    [LibraryImport(Library)]
    internal static partial int gcnn_set_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial void gcnn_keep_freed_memory();

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeVariable(string name, string value, int overwrite);

    // libtorch starts with one thread in this process, and glibc gives the memory of each step back: give it the cores, and keep the memory.
    static Native()
    {
        LetIdleThreadsSleep();
        gcnn_keep_freed_memory();
        Check(gcnn_set_threads(Environment.ProcessorCount));
    }

    /// <summary>
    /// OpenMP's threads go on asking for work for milliseconds after each operator, on cores that .NET's threads then wait for: let them ask
    /// for a tenth of one. Read by libgomp when it is loaded, with the native library.
    /// </summary>
    private static void LetIdleThreadsSleep()
    {
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null)
        {
            _ = SetNativeVariable("GOMP_SPINCOUNT", "10000", overwrite: 0);
        }
    }

    /// <summary>Turns a failed status into the exception that TorchSharp throws, with libtorch's own message.</summary>
    internal static void Check(int status)
    {
        if (status != 0)
        {
            throw new ExternalException(Marshal.PtrToStringUTF8(gcnn_last_error()));
        }
    }
}
