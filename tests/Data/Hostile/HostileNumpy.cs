using System.Diagnostics;

namespace GCnn.Data.Tests;

/// <summary>NPY and NPZ files that are broken or made to do harm.</summary>
public sealed class HostileNumpy
{
    private const string Fine = "(2, 3, 4)";

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "nothing", [], "is empty (0 bytes)" },
        { "magic only", [0x93, .. "NUMPY"u8], "is cut short" },
        { "pickle", NpyBytes.Of(NpyBytes.Dictionary(Fine, "|O"), 24), "holds Python objects (a pickle), which are never read" },
        { "records", NpyBytes.Of("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 3, 4), }", 96), "holds records of several fields" },
        { "text", NpyBytes.Of(NpyBytes.Dictionary(Fine, "<U8"), 24), "has numbers of the type '<U8'" },
        { "complex", NpyBytes.Of(NpyBytes.Dictionary(Fine, "<c8"), 192), "has numbers of the type '<c8'" },
        { "huge shape", NpyBytes.Of(NpyBytes.Dictionary("(1000000000, 1000, 1000)"), 24), "which makes 1000000000000" },
        { "overflowing shape", NpyBytes.Of(NpyBytes.Dictionary("(9223372036854775807, 9223372036854775807, 3)"), 24), "which no file can hold" },
        { "unreadable axis", NpyBytes.Of(NpyBytes.Dictionary("(99999999999999999999, 3, 4)"), 24), "an axis of 99999999999999999999" },
        { "negative shape", NpyBytes.Of(NpyBytes.Dictionary("(2, -3, 4)"), 24), "an axis of -3" },
        { "forty axes", NpyBytes.Of(NpyBytes.Dictionary($"({string.Join(", ", Enumerable.Repeat(1, 40))})"), 1), "a shape of more than 32 axes" },
        { "one axis", NpyBytes.Of(NpyBytes.Dictionary("(24,)"), 24), "has the shape (24); images have 2 axes" },
        { "five axes", NpyBytes.Of(NpyBytes.Dictionary("(1, 2, 3, 4, 1)"), 24), "has the shape (1, 2, 3, 4, 1); images have 2 axes" },
        { "no axes", NpyBytes.Of(NpyBytes.Dictionary("()"), 1), "has the shape (); images have 2 axes" },
        { "no images", NpyBytes.Of(NpyBytes.Dictionary("(0, 3, 4)"), 0), "has no images: its shape is (0, 3, 4)" },
        { "large images", NpyBytes.Of(NpyBytes.Dictionary("(1, 100000, 100000)"), 24), "declares images of 1 x 100000 x 100000 values; at most 67108864" },
        { "cut data", NpyBytes.Of(NpyBytes.Dictionary(Fine), 23), "it is cut short or its header is wrong" },
        { "too much data", NpyBytes.Of(NpyBytes.Dictionary(Fine), 25), "its header declares an array of the shape (2, 3, 4)" },
        { "Fortran", NpyBytes.Of(NpyBytes.Dictionary(Fine, fortran: "True"), 24), "has its array in Fortran order" },
        { "header beyond the file", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24, headerLength: 60_000), "its header alone should have 60010" },
        { "header of gigabytes", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24, headerLength: int.MaxValue, version: 2), "has an NPY header of 2147483647 bytes" },
        { "header too short", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24, headerLength: 20), "has an NPY header that cannot be understood" },
        { "version 9", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24, version: 9), "is an NPY file of version 9.0" },
        { "no shape", NpyBytes.Of("{'descr': '|u1', 'fortran_order': False, }", 24), "cannot be understood: no 'shape'" },
        { "second shape", NpyBytes.Of("{'shape': (1, 1), 'shape': (2, 2), }", 24), "an unknown or second 'shape'" },
        { "unknown key", NpyBytes.Of("{'__import__': '|u1', }", 24), "an unknown or second '__import__'" },
        { "Python", NpyBytes.Of("{'descr': '|u1', 'fortran_order': exit(), 'shape': (2, 3, 4)}", 24), "'e' where True or False should be" },
        { "open quote", NpyBytes.Of("{'descr", 24), "a quote that is not closed" },
        { "more behind", NpyBytes.Of(NpyBytes.Dictionary(Fine) + "; 1", 24), "';' behind its end" },
        { "binary header", NpyBytes.Of("\u0001\u0002\n\u0007", 24), "' ' where '{' should be" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_npy_is_one_sentence(string what, byte[] content, string sentence)
    {
        using var place = new Place();
        Assert.Contains(sentence, Refusal.OfSource(place.Put($"{what}.npy", content)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_that_the_others_are_made_from_is_read()
    {
        using var place = new Place();
        using var source = ImageSource.Open(place.Put("fine.npy", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24)));
        Assert.Equal((2, 3, 4), (source.Count, source.Read(1).Height, source.Read(1).Width));
    }

    [Fact]
    public void Every_proper_beginning_of_an_npy_is_refused()
    {
        using var place = new Place();
        var file = Samples.Bytes("lef4.npy");
        for (var length = 0; length < file.Length; length++)
            Refusal.OfSource(place.Put("cut.npy", file[..length]));
    }

    [Fact]
    public void A_number_that_is_not_finite_refuses_its_image_and_no_other()
    {
        using var place = new Place();
        var file = NpyBytes.Of(NpyBytes.Dictionary(Fine, "<f4"), 96);
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 4), float.NaN);
        var path = place.Put("nan.npy", file);
        Assert.Contains("'1' has 1 values that are not finite, the first in channel 0, row 2, column 3", Refusal.OfSample(path, "1"), StringComparison.Ordinal);
        using var source = ImageSource.Open(path);
        Assert.All(source.Read(0).Values, value => Assert.Equal(0, value));
        using var mended = ImageSource.Open(path, new() { NotFinite = NotFiniteRule.Replace, Replacement = 5 });
        Assert.Equal(5, mended.Read(1).Values[^1]);
    }

    [Fact]
    public void A_double_beyond_single_precision_is_not_finite()
    {
        using var place = new Place();
        var file = NpyBytes.Of(NpyBytes.Dictionary("(1, 1)", "<f8"), 8);
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 8), 1e300);
        Assert.Contains("not finite", Refusal.OfSample(place.Put("large.npy", file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_open_refuses_the_images_that_are_gone()
    {
        using var place = new Place();
        var path = place.Put("shrinks.npy", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24));
        using var source = ImageSource.Open(path);
        using (var cut = Process.Start("truncate", ["-s", "-1", path]))
            cut.WaitForExit();
        Assert.Equal(12, source.Read(0).Values.Length);
        Assert.Contains("'1' is cut short", Refusal.Sentence(Assert.Throws<SampleException>(() => source.Read(1)).Message, path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_npz_without_the_array_names_those_it_has() =>
        Assert.Contains("has no array 'images' (it has 'x_train', 'y_train', 'names')", Refusal.OfSource(Samples.PathOf("packed.npz")), StringComparison.Ordinal);

    [Theory]
    [InlineData("(3,)", 3, "has labels of the shape (3) for 2 images")]
    [InlineData("(2, 2, 2)", 8, "has labels of the shape (2, 2, 2) for 2 images")]
    [InlineData("()", 1, "has labels of the shape () for 2 images")]
    public void An_npz_with_labels_that_do_not_fit_is_refused(string shape, int length, string sentence)
    {
        using var place = new Place();
        var path = Npz(place, ("images.npy", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24)), ("ans.npy", NpyBytes.Of(NpyBytes.Dictionary(shape), length)));
        Assert.Contains(sentence, Refusal.OfSource(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_npz_whose_labels_are_a_pickle_is_refused()
    {
        using var place = new Place();
        var path = Npz(place, ("images.npy", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24)), ("ans.npy", NpyBytes.Of(NpyBytes.Dictionary("(2,)", "|O"), 2)));
        Assert.Contains("holds Python objects (a pickle), which are never read", Refusal.OfSource(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_npz_that_holds_an_array_twice_is_refused()
    {
        using var place = new Place();
        var content = NpyBytes.Of(NpyBytes.Dictionary(Fine), 24);
        Assert.Contains("holds the array 'images' 2 times", Refusal.OfSource(Npz(place, ("images.npy", content), ("images.npy", content))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_npz_with_a_changed_byte_is_refused()
    {
        using var place = new Place();
        var file = Samples.Bytes("unlabelled.npz");
        file[file.Length / 2] ^= 1;
        Assert.Contains("has 'images.npy' damaged", Refusal.OfSource(place.Put("changed.npz", file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000L, "to 4294967294; at most")]
    [InlineData(1L << 40, "to 4294967294; at most")]
    public void An_npz_that_declares_too_much_is_refused_before_it_is_unpacked(long most, string sentence)
    {
        using var place = new Place();
        var path = ZipBytes.WithDeclaredSize(Npz(place, ("images.npy", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24))), uint.MaxValue - 1);
        Assert.Contains(sentence, Refusal.OfSource(path, new() { MaximumUnpackedBytes = most }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_npz_that_unpacks_to_more_than_it_declares_is_refused()
    {
        using var place = new Place();
        var path = ZipBytes.WithDeclaredSize(Npz(place, ("images.npy", NpyBytes.Of(NpyBytes.Dictionary("(1, 1000, 1000)"), 1_000_000))), 500);
        Assert.Contains("has 'images.npy' damaged", Refusal.OfSource(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_npz_is_refused()
    {
        using var place = new Place();
        var path = ZipBytes.Encrypted(Npz(place, ("images.npy", NpyBytes.Of(NpyBytes.Dictionary(Fine), 24))));
        Assert.Contains("has 'images.npy' encrypted", Refusal.OfSource(path), StringComparison.Ordinal);
    }

    private static string Npz(Place place, params (string Name, byte[] Content)[] arrays) => ZipBytes.Make(place, "made.npz", arrays);
}
