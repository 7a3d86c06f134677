using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace GCnn.Checkpoints.Tests;

/// <summary>What is written is read again, bit for bit, and every changed bit of it is noticed.</summary>
public sealed class RoundTripLaws : IDisposable
{
    private static readonly ScalarType[] Types =
    [
        ScalarType.Float64, ScalarType.Float32, ScalarType.Float16, ScalarType.BFloat16, ScalarType.Int64, ScalarType.Int32, ScalarType.Int16,
        ScalarType.Int8, ScalarType.Byte, ScalarType.Bool,
    ];

    private readonly Place _place = new();

    [Fact]
    public void Random_tensors_come_back_bit_for_bit() => Prop.ForAll(Drawn.ToArbitrary(), draw =>
    {
        using var scope = NewDisposeScope();
        Dictionary<string, Tensor> tensors = draw.ToDictionary(one => one.Name, one => Made(one.Type, one.Shape, one.Seed));
        Dictionary<string, string> metadata = draw.ToDictionary(one => "of " + one.Name, one => one.Name);
        SafeTensors.Write(_place["random"], tensors, metadata);
        using SafeTensorsFile file = SafeTensors.Open(_place["random"]);
        file.Verify();
        bool same = file.Tensors.Count == tensors.Count && tensors.All(entry =>
            file[entry.Key].Type == entry.Value.dtype && file[entry.Key].Shape.SequenceEqual(entry.Value.shape)
            && Samples.Raw(file.Read(entry.Key)).SequenceEqual(Samples.Raw(entry.Value)));
        return same && metadata.All(entry => file.Metadata[entry.Key] == entry.Value) && file.Metadata.Count == metadata.Count + 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_tensor_stands_at_a_multiple_of_its_elements_size()
    {
        using var scope = NewDisposeScope();
        var tensors = Types.Select((type, i) => (Name: $"{(char)('z' - i)}", Tensor: Made(type, [3, i], i))).ToDictionary(t => t.Name, t => t.Tensor);
        SafeTensors.Write(_place["aligned"], tensors);
        long header = (long)BitConverter.ToUInt64(File.ReadAllBytes(_place["aligned"]));
        using SafeTensorsFile file = SafeTensors.Open(_place["aligned"]);
        Assert.Equal(0, header % 8);
        Assert.All(file.Tensors, entry => Assert.Equal(0, (8 + header + entry.Begin) % ElementTypes.SizeOf(entry.Type)));
    }

    [Fact]
    public void Strides_are_not_written_but_the_elements_in_order()
    {
        using var scope = NewDisposeScope();
        Tensor turned = arange(6, dtype: ScalarType.Int32).reshape(2, 3).t();
        SafeTensors.Write(_place["turned"], new Dictionary<string, Tensor> { ["a"] = turned });
        using SafeTensorsFile file = SafeTensors.Open(_place["turned"]);
        Assert.Equal([0, 3, 1, 4, 2, 5], file.Read("a").data<int>().ToArray());
        Assert.Equal([3L, 2], file["a"].Shape);
    }

    [Fact]
    public void A_tensor_of_more_than_one_piece_comes_back()
    {
        using var scope = NewDisposeScope();
        Tensor large = arange((1 << 24) + 3, dtype: ScalarType.Int32);
        SafeTensors.Write(_place["large"], new Dictionary<string, Tensor> { ["a"] = large });
        using SafeTensorsFile file = SafeTensors.Open(_place["large"]);
        file.Verify();
        Assert.True(Samples.Raw(file.Read("a")).AsSpan().SequenceEqual(Samples.Raw(large)));
    }

    [Fact]
    public void A_file_depends_on_its_content_alone()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (Made(ScalarType.Float32, [3], 1), Made(ScalarType.Float32, [2], 2));
        SafeTensors.Write(_place["1"], new Dictionary<string, Tensor> { ["a"] = a, ["b"] = b }, new Dictionary<string, string> { ["x"] = "1", ["y"] = "2" });
        SafeTensors.Write(_place["2"], new Dictionary<string, Tensor> { ["b"] = b, ["a"] = a }, new Dictionary<string, string> { ["y"] = "2", ["x"] = "1" });
        using var stream = new MemoryStream();
        SafeTensors.Write(stream, new Dictionary<string, Tensor> { ["b"] = b, ["a"] = a }, new Dictionary<string, string> { ["y"] = "2", ["x"] = "1" });
        Assert.Equal(File.ReadAllBytes(_place["1"]), File.ReadAllBytes(_place["2"]));
        Assert.Equal(File.ReadAllBytes(_place["1"]), stream.ToArray());
        Assert.Equal(["1", "2"], _place.Files.Order());
    }

    [Fact]
    public void Any_changed_bit_does_not_fit_the_checksum()
    {
        using var scope = NewDisposeScope();
        SafeTensors.Write(_place["sound"], new Dictionary<string, Tensor> { ["a"] = Made(ScalarType.Float32, [5], 1) }, new Dictionary<string, string> { ["k"] = "v" });
        byte[] sound = File.ReadAllBytes(_place["sound"]);
        for (int bit = 0; bit < 8 * sound.Length; bit++)
        {
            byte[] changed = [.. sound];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            _place.Refusal(changed, file => file.Verify());
        }

        sound[^1] ^= 1;
        Assert.Equal("does not fit its checksum: it was changed after it had been written.", _place.Refusal(sound, file => file.Verify()));
    }

    [Fact]
    public void A_file_without_a_checksum_cannot_be_verified() => Assert.Equal(
        "has no checksum: its metadata lack 'sha256'.", _place.Refusal(Samples.Bytes("plain.safetensors"), file => file.Verify()));

    [Fact]
    public void The_hash_of_tensors_is_that_of_names_types_shapes_and_bytes()
    {
        using var scope = NewDisposeScope();
        string Hash(string name, Tensor tensor, string note)
        {
            SafeTensors.Write(_place["hashed"], new Dictionary<string, Tensor> { [name] = tensor, ["z"] = tensor }, new Dictionary<string, string> { ["note"] = note });
            using SafeTensorsFile file = SafeTensors.Open(_place["hashed"]);
            Assert.NotEqual(file.TensorHash(), file.TensorHash(entry => entry.Name == name));
            return file.TensorHash();
        }

        Tensor one = Made(ScalarType.Int32, [4], 1);
        string[] others = [Hash("b", one, ""), Hash("a", Made(ScalarType.Int32, [4], 2), ""), Hash("a", one.reshape(2, 2), ""), Hash("a", one.to(ScalarType.Float32), "")];
        Assert.Equal(Hash("a", one, "this"), Hash("a", one, "that"));
        Assert.Equal(5, others.Append(Hash("a", one, "")).Distinct().Count());
    }

    [Fact]
    public void What_cannot_be_written_is_refused_and_nothing_is_left()
    {
        using var scope = NewDisposeScope();
        Tensor one = ones(1);
        string Refused(string name, Tensor tensor, string key = "k", string text = "v") => Assert.Throws<ArgumentException>(() => SafeTensors.Write(
            _place["never"], new Dictionary<string, Tensor> { [name] = tensor }, new Dictionary<string, string> { [key] = text })).Message;
        Assert.Equal("the name '__metadata__' belongs to the file itself; name a tensor otherwise.", Refused("__metadata__", one));
        Assert.Equal("the name 'sha256' belongs to the file itself; name metadata otherwise.", Refused("a", one, "sha256"));
        Assert.Equal("the text of '?' is no Unicode text; leave out what is no letter.", Refused("\ud800", one));
        Assert.Equal("the text of 'k' is no Unicode text; leave out what is no letter.", Refused("a", one, "k", "\udc00"));
        Assert.Equal(
            "a safetensors file has no element type ComplexFloat32; there are F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL. Convert the tensor first.",
            Refused("a", one.to(ScalarType.ComplexFloat32)));
        Assert.Contains(" a safetensors file has at most 100000000. Give less metadata.", Refused("a", one, "k", new string('x', 100_000_000)), StringComparison.Ordinal);
        Assert.Empty(_place.Files);
    }

    public void Dispose() => _place.Dispose();

    private static Gen<(string Name, ScalarType Type, long[] Shape, int Seed)[]> Drawn { get; } =
        from names in Gen.NonEmptyListOf(ArbMap.Default.GeneratorFor<NonNull<string>>())
        from draws in Gen.ArrayOf(
            from type in Gen.Elements(Types)
            from shape in Gen.ArrayOf(Gen.Choose(0, 4))
            from seed in Gen.Choose(0, 1000)
            select (type, shape.Take(4).Select(size => (long)size).ToArray(), seed), names.Count)
        select names.Select(name => name.Get).Zip(draws, (name, draw) => (name, draw.type, draw.Item2, draw.seed))
            .Where(one => one.name != SafeTensorsHeader.MetadataName && one.name == System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(one.name)))
            .DistinctBy(one => one.name).ToArray();

    // Whole numbers, of either sign where there is one.
    private static Tensor Made(ScalarType type, long[] shape, int seed)
    {
        long count = shape.Aggregate(1L, (product, size) => product * size);
        long[] numbers = [.. Enumerable.Range(0, (int)count).Select(i => (i * ((2L * seed) + 1) % 101) - (type is ScalarType.Byte ? 0 : 50))];
        return tensor(numbers).to(type).reshape(shape);
    }
}
