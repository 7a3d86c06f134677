using System.Text;

namespace GCnn.Data;

/// <summary>An HDF5 file open for reading. The library's lock is held whenever one of its members is called.</summary>
internal sealed unsafe class Hdf5File : IDisposable
{
    private const int NamesTold = 8;
    private const int MaximumName = 256;
    private readonly long _file;

    private Hdf5File(long file) => _file = file;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The library cannot; a clause with the file as its subject.</exception>
    public static Hdf5File Open(string path)
    {
        Hdf5Superblock.Require(path);
        return new(Hdf5Complaint.Require(Hdf5.OpenFile(Path.GetFullPath(path), Hdf5.ReadOnly, Hdf5.Default), "is a broken HDF5 file"));
    }

    /// <summary>Opens a dataset by its path in the file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It lies behind a link, or is no dataset; a clause with the file as its subject.</exception>
    public Hdf5Dataset? Find(string name, long fileLength)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var info = stackalloc int[16];
        for (var i = 1; i <= parts.Length; i++)
        {
            var path = string.Join('/', parts[..i]);
            if (Hdf5Complaint.Require(Hdf5.LinkExists(_file, path, Hdf5.Default), $"cannot be searched for '{path}'") == 0)
                return null;
            Hdf5Complaint.Require(Hdf5.LinkInfo(_file, path, info, Hdf5.Default), $"cannot be searched for '{path}'");
            if (*info != Hdf5.HardLink)
                throw new InvalidDataException($"has '{path}' only as a link to another place or file, which is not followed; give that "
                    + "file, or that name");
        }

        return parts.Length == 0 ? null : Hdf5Dataset.Open(_file, string.Join('/', parts), fileLength);
    }

    /// <summary>The names at the top, for a message; the first few.</summary>
    public string Names()
    {
        var group = Hdf5.OpenGroup(_file, "/", Hdf5.Default);
        var info = stackalloc ulong[8];
        var count = group >= 0 && Hdf5.GroupInfo(group, info) >= 0 ? info[1] : 0;
        if (group >= 0)
            _ = Hdf5.CloseGroup(group);
        var names = new List<string>();
        var buffer = stackalloc byte[MaximumName];
        for (var i = 0ul; i < Math.Min(count, NamesTold); i++)
        {
            var length = Hdf5.LinkName(_file, "/", Hdf5.IndexByName, Hdf5.Increasing, i, buffer, MaximumName, Hdf5.Default);
            if (length > 0)
                names.Add($"'{Encoding.UTF8.GetString(buffer, (int)Math.Min(length, MaximumName - 1))}'");
        }

        return names.Count == 0 ? "it has nothing" : $"it has {string.Join(", ", names)}{(count > NamesTold ? ", ..." : "")}";
    }

    public void Dispose() => _ = Hdf5.CloseFile(_file);
}
