using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GCnn.Data;

/// <summary>What libhdf5 says went wrong, as a clause of a sentence.</summary>
internal static unsafe class Hdf5Complaint
{
    private const int Upwards = 0;

    private static string? _first;

    /// <summary>Gives back a result that is no failure.</summary>
    /// <param name="result">An identifier or a status.</param>
    /// <param name="clause">What could not be done, with the file as its subject: "cannot be opened".</param>
    /// <exception cref="InvalidDataException">It is a failure.</exception>
    public static long Require(long result, string clause) =>
        result >= 0 ? result : throw new InvalidDataException($"{clause} "
        + $"({First()})");

    /// <summary>The first error of the stack, which names the cause; those above follow from it. The library's lock is held.</summary>
    private static string First()
    {
        _first = null;
        _ = Hdf5.WalkErrors(Hdf5.Default, Upwards, (nint)(delegate* unmanaged[Cdecl]<uint, Entry*, nint, int>)&Note, 0);
        _ = Hdf5.ClearErrors(Hdf5.Default);
        return $"libhdf5: {_first ?? "no reason given"}";
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Note(uint number, Entry* entry, nint data)
    {
        _first ??= Marshal.PtrToStringUTF8(entry->Description);
        return 0;
    }

    /// <summary>One error of the stack, as the library lays it out.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Entry
    {
        public readonly long Library;
        public readonly long Major;
        public readonly long Minor;
        public readonly uint Line;
        public readonly nint Function;
        public readonly nint File;
        public readonly nint Description;
    }
}
