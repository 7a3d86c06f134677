using System.Text;

namespace GCnn.Checkpoints.Tests;

/// <summary>Whatever a file says, it is read or refused in one sentence, and takes no memory that it has not.</summary>
public sealed class HostileFiles : IDisposable
{
    private readonly Place _place = new();

    [Theory]
    [InlineData("types.safetensors")]
    [InlineData("names.safetensors")]
    [InlineData("shapes.safetensors")]
    public void Cut_at_any_length_a_file_is_refused(string name)
    {
        byte[] whole = Samples.Bytes(name);
        for (int length = 0; length < whole.Length; length++)
            _place.Refusal(whole[..length]);
        Assert.Equal("is no safetensors file: it has 7 bytes, and the length of its header alone takes 8.", _place.Refusal(whole[..7]));
        Assert.StartsWith("is cut short: its header should have ", _place.Refusal(whole[..100]), StringComparison.Ordinal);
        Assert.StartsWith("is cut short: its tensors need ", _place.Refusal(whole[..^1]), StringComparison.Ordinal);
        Assert.Equal("has 1 bytes after its last tensor, which belong to none.", _place.Refusal([.. whole, 0]));
    }

    [Theory]
    [InlineData(100_000_001)]
    [InlineData(long.MaxValue)]
    [InlineData(ulong.MaxValue)]
    public void An_oversized_header_is_refused_before_memory_is_taken(ulong length) => Assert.Equal(
        $"is no safetensors file: by its first 8 bytes its header would have {length} bytes, and at most 100000000 are allowed.",
        _place.Refusal(FileBytes.Of("{}", length: length)));

    [Fact]
    public void The_largest_header_that_is_allowed_must_be_there() => Assert.Equal(
        "is cut short: its header should have 100000000 bytes and 2 are there.", _place.Refusal(FileBytes.Of("{}", length: 100_000_000)));

    [Theory]
    [InlineData("", "is no safetensors file: its header does not begin with '{'.")]
    [InlineData(" {}", "is no safetensors file: its header does not begin with '{'.")]
    [InlineData("[]", "is no safetensors file: its header does not begin with '{'.")]
    [InlineData("{", "has a header that is not the JSON of a safetensors file (byte 1 of line 0).")]
    [InlineData("{}{}", "has a header that is not the JSON of a safetensors file (byte 2 of line 0).")]
    [InlineData("{}x", "has a header that is not the JSON of a safetensors file (byte 2 of line 0).")]
    [InlineData("{/* */}", "has a header that is not the JSON of a safetensors file (byte 1 of line 0).")]
    [InlineData("{\"a\":1}", "has under 'a' no description of a tensor.")]
    [InlineData("{\"a\":{}}", "does not say dtype, shape and two data_offsets of 'a'.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", "does not say dtype, shape and two data_offsets of 'a'.")]
    [InlineData("{\"a\":{\"strides\":[1]}}", "says 'strides' of 'a'; a tensor has dtype, shape and data_offsets.")]
    [InlineData("{\"a\":{\"shape\":[1],\"shape\":[1]}}", "says the shape of 'a' twice.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", "says the dtype of 'a' twice.")]
    [InlineData("{\"a\":{\"data_offsets\":[0,4],\"data_offsets\":[0,4]}}", "says the data_offsets of 'a' twice.")]
    [InlineData("{\"__metadata__\":[]}", "has metadata that are no object of strings.")]
    [InlineData("{\"__metadata__\":{\"epoch\":3}}", "has metadata whose 'epoch' is no string.")]
    [InlineData("{\"__metadata__\":{\"epoch\":null}}", "has metadata whose 'epoch' is no string.")]
    [InlineData("{\"__metadata__\":{\"epoch\":{\"a\":\"b\"}}}", "has metadata whose 'epoch' is no string.")]
    [InlineData("{\"__metadata__\":{\"a\":\"1\",\"a\":\"1\"}}", "names 'a' twice in its metadata.")]
    [InlineData("{\"__metadata__\":{},\"__metadata__\":{}}", "names '__metadata__' twice.")]
    [InlineData("{\"\\u001b[2J\":1}", "has under '?[2J' no description of a tensor.")]
    [InlineData("{\"\\ud800\":1}", "has a header that is not the JSON of a safetensors file: it is no UTF-8 text.")]
    public void A_header_of_another_form_is_refused(string header, string sentence) =>
        Assert.Equal(sentence, _place.Refusal(FileBytes.Of(header)));

    [Theory]
    [InlineData("F8_E4M3")]
    [InlineData("U64")]
    [InlineData("C64")]
    [InlineData("f32")]
    [InlineData("")]
    public void A_type_that_the_engine_lacks_is_refused(string type) => Assert.Equal(
        $"has elements of type '{type}' in 'a'; F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL are read.",
        _place.Refusal(FileBytes.Of(FileBytes.Tensor($"\"{type}\""), 4)));

    [Theory]
    [InlineData("4", "[1]", "[0,4]", "has a dtype of 'a' that is no string.")]
    [InlineData("\"F32\"", "1", "[0,4]", "has a shape of 'a' that is no list.")]
    [InlineData("\"F32\"", "[1]", "4", "has data_offsets of 'a' that is no list.")]
    [InlineData("\"F32\"", "[1]", "[0]", "does not say dtype, shape and two data_offsets of 'a'.")]
    [InlineData("\"F32\"", "[1]", "[0,4,8]", "does not say dtype, shape and two data_offsets of 'a'.")]
    [InlineData("\"F32\"", "[2]", "[0,4]", "gives 'a' 4 bytes, where F32 of shape [2] has 8.")]
    [InlineData("\"F64\"", "[]", "[0,4]", "gives 'a' 4 bytes, where F64 of shape [] has 8.")]
    [InlineData("\"F32\"", "[1]", "[4,0]", "lets 'a' end at byte 0, before it begins at 4.")]
    [InlineData("\"F32\"", "[1]", "[4,8]", "has a hole before 'a': it begins at byte 4, and the tensors before it end at 0.")]
    [InlineData("\"F32\"", "[4611686018427387904]", "[0,4]", "gives 'a' the shape [4611686018427387904], which has more bytes than a file can.")]
    [InlineData("\"F32\"", "[4294967296,4294967296]", "[0,0]", "gives 'a' the shape [4294967296, 4294967296], which has more bytes than a file can.")]
    [InlineData("\"U8\"", "[4294967296,4294967296,0]", "[0,0]", "gives 'a' the shape [4294967296, 4294967296, 0], which has more bytes than a file can.")]
    [InlineData("\"U8\"", "[9223372036854775807]", "[0,9223372036854775807]", "is cut short: its tensors need 9223372036854775807 bytes after the header and 4 are there.")]
    public void A_tensor_that_does_not_add_up_is_refused(string dtype, string shape, string offsets, string sentence) =>
        Assert.Equal(sentence, _place.Refusal(FileBytes.Of(FileBytes.Tensor(dtype, shape, offsets), 4)));

    [Theory]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("1.0")]
    [InlineData("1e0")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551615")]
    [InlineData("1000000000000000000000000000000")]
    public void Sizes_and_offsets_are_whole_numbers(string number)
    {
        string sentence = number == "[1]"
            ? "has a header that is not the JSON of a safetensors file ("
            : " in which something is no whole number from 0 to 9223372036854775807.";
        Assert.Contains(sentence, _place.Refusal(FileBytes.Of(FileBytes.Tensor(shape: $"[{number}]"), 4)), StringComparison.Ordinal);
        Assert.Contains(sentence, _place.Refusal(FileBytes.Of(FileBytes.Tensor(offsets: $"[{number},4]"), 4)), StringComparison.Ordinal);
        Assert.Contains(sentence, _place.Refusal(FileBytes.Of(FileBytes.Tensor(offsets: $"[0,{number}]"), 4)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4, 2, 6, 6, "has an overlap at 'b': it begins at byte 2, and the tensors before it end at 4.")]
    [InlineData(0, 4, 0, 4, 4, "has an overlap at ")]
    [InlineData(0, 4, 8, 12, 12, "has a hole before 'b': it begins at byte 8, and the tensors before it end at 4.")]
    [InlineData(4, 8, 8, 12, 12, "has a hole before 'a': it begins at byte 4, and the tensors before it end at 0.")]
    [InlineData(0, 4, 4, 8, 12, "has 4 bytes after its last tensor, which belong to none.")]
    [InlineData(0, 4, 4, 8, 6, "is cut short: its tensors need 8 bytes after the header and 6 are there.")]
    public void Tensors_cover_the_bytes_once(int a, int aEnd, int b, int bEnd, int data, string sentence)
    {
        string first = FileBytes.Tensor(offsets: $"[{a},{aEnd}]"), second = FileBytes.Tensor(offsets: $"[{b},{bEnd}]", name: "b");
        Assert.StartsWith(sentence, _place.Refusal(FileBytes.Of($"{first[..^1]},{second[1..]}", data)), StringComparison.Ordinal);
        // Their order in the header means nothing.
        Assert.StartsWith(sentence, _place.Refusal(FileBytes.Of($"{second[..^1]},{first[1..]}", data)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice_is_refused()
    {
        string one = FileBytes.Tensor();
        Assert.Equal("names 'a' twice.", _place.Refusal(FileBytes.Of($"{one[..^1]},{one[1..]}", 4)));
        Assert.Equal("names 'a' twice.", _place.Refusal(FileBytes.Of($"{one[..^1]},{one[1..].Replace("\"a\"", "\"\\u0061\"", StringComparison.Ordinal)}", 4)));
    }

    [Fact]
    public void Nested_bombs_are_refused_at_the_first_level_too_many()
    {
        const int Depth = 1_000_000;
        string bomb = string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "1" + new string('}', Depth);
        Assert.Equal("says 'a' of 'a'; a tensor has dtype, shape and data_offsets.", _place.Refusal(FileBytes.Of(bomb)));
        string lists = FileBytes.Tensor(shape: new string('[', Depth) + new string(']', Depth));
        Assert.Equal("has a header that is not the JSON of a safetensors file (byte 29 of line 0).", _place.Refusal(FileBytes.Of(lists)));
        Assert.StartsWith("has metadata whose 'a'", _place.Refusal(FileBytes.Of("{\"__metadata__\":" + bomb + "}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Dimensions_without_end_are_refused()
    {
        string ones = string.Join(',', Enumerable.Repeat("1", 65));
        Assert.Equal("gives 'a' 65 dimensions; at most 64 are possible.", _place.Refusal(FileBytes.Of(FileBytes.Tensor(shape: $"[{ones}]"), 4)));
    }

    [Fact]
    public void A_boolean_is_0_or_1()
    {
        byte[] file = FileBytes.Of(FileBytes.Tensor("\"BOOL\"", "[4]"), 4);
        file[^2] = 2;
        Assert.Equal("has a boolean in 'a' that is neither 0 nor 1.", _place.Refusal(file, open => open.Read("a").Dispose()));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and more", "is no safetensors file but a zip, which a PyTorch .pt file is too; ")]
    [InlineData("GCnn galaxy checkpoint 3\n", "is no safetensors file but a checkpoint of an older gcnn; train again.")]
    [InlineData("GGUF and more", "is no safetensors file but a GGUF file; ")]
    [InlineData("model,accuracy\nz2,0.9\n", "is no safetensors file: by its first 8 bytes its header would have ")]
    public void Foreign_files_are_named(string content, string sentence) =>
        Assert.StartsWith(sentence, _place.Refusal(Encoding.Latin1.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void Pickles_arrays_and_zeros_are_refused()
    {
        Assert.Contains(" but a Python pickle", _place.Refusal([0x80, 2, (byte)'}', (byte)'q', .. new byte[90]]), StringComparison.Ordinal);
        Assert.Contains(" but a PyTorch file of the old form", _place.Refusal([0x80, 2, 0x8a, 0x0a, .. new byte[90]]), StringComparison.Ordinal);
        Assert.Contains(" but an HDF5 file", _place.Refusal([0x89, .. "HDF\r\n\u001a\n"u8, .. new byte[90]]), StringComparison.Ordinal);
        Assert.Contains(" but a NumPy array", _place.Refusal([0x93, .. "NUMPY"u8, .. new byte[90]]), StringComparison.Ordinal);
        Assert.Equal("is no safetensors file: its header does not begin with '{'.", _place.Refusal(new byte[1000]));
        Assert.Equal("is no safetensors file: it has 0 bytes, and the length of its header alone takes 8.", _place.Refusal([]));
    }

    [Fact]
    public void Whatever_byte_is_changed_a_file_is_read_or_refused()
    {
        byte[] whole = Samples.Bytes("types.safetensors");
        for (int i = 0; i < whole.Length; i++)
        {
            foreach (byte flip in (byte[])[0x01, 0x41, 0x80])
            {
                byte[] changed = [.. whole];
                changed[i] ^= flip;
                string path = _place.Put(changed);
                Exception? refusal = Record.Exception(() =>
                {
                    using var scope = TorchSharp.torch.NewDisposeScope();
                    using SafeTensorsFile file = SafeTensors.Open(path);
                    file.ReadAll();
                });
                Assert.True(refusal is null or InvalidDataException, $"byte {i}: {refusal}");
            }
        }
    }

    public void Dispose() => _place.Dispose();
}
