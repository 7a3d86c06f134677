namespace GCnn.LibTorch.Tests;

public class TensorTests
{
    [Fact]
    public void Says_its_shape_strides_and_type()
    {
        using var t = zeros(2, 3, 4).transpose(0, 2);
        Assert.Equal([4, 3, 2], t.shape);
        Assert.Equal([1, 4, 12], t.stride());
        Assert.Equal((3L, 24L, 4L, 2L, false), (t.dim(), t.numel(), t.element_size(), t.size(-1), t.is_contiguous()));
        Assert.True(t.is_floating_point() && !arange(2).is_floating_point());
        Assert.Throws<ArgumentOutOfRangeException>(() => t.size(3));
        Assert.Equal("[4x3x2], type = Float32, device = cpu", t.ToString());
    }

    [Fact]
    public void Reads_and_writes_its_elements_in_row_order()
    {
        using var t = arange(6).view(2, 3).t();
        Assert.Equal([0, 3, 1, 4, 2, 5], t.data<long>().ToArray());
        Assert.Equal(4, t.data<long>()[1, 1]);
        t.data<long>()[1, 1] = 40;
        Assert.Equal(40, t[1, 1].item<long>());
        Assert.Throws<ArgumentOutOfRangeException>(() => t.data<long>()[3, 0]);
        Assert.Throws<ArgumentException>(() => t.data<float>());
        Assert.Throws<ArgumentException>(() => t.item<long>());
    }

    [Fact]
    public void Converts_its_only_element()
    {
        using var t = tensor(2.75);
        Assert.Equal((2.75, 2.75f, 2L, 2, true), ((double)t, (float)t, (long)t, (int)t, (bool)t));
        Assert.Equal(2.75, t.ToScalar().ToDouble());
    }

    [Fact]
    public void Is_indexed_as_in_Python()
    {
        using var scope = NewDisposeScope();
        var t = arange(24).view(2, 3, 4);
        Assert.Equal([3, 4], t[1].shape);
        Assert.Equal(23, t[-1, -1, -1].item<long>());
        Assert.Equal([4, 5, 6, 7], t[0, 1].data<long>().ToArray());
        Assert.Equal([2, 2, 4], t[.., 1..].shape);
        Assert.Equal([2, 1, 4], t[.., ^1..].shape);
        Assert.Equal([2, 3, 2], t[TensorIndex.Ellipsis, TensorIndex.Slice(0, 4, 2)].shape);
        Assert.Equal([1, 2, 3, 4], t[TensorIndex.None].shape);
        Assert.Equal([3, 3], t[TensorIndex.Tensor(tensor(new long[] { 1, 0, 1 })), .., 0].shape);
        Assert.Throws<ArgumentException>(() => t[0, 0, 0, 0]);
        Assert.ThrowsAny<Exception>(() => t[2]);
    }

    [Fact]
    public void A_basic_index_is_a_view_and_an_index_tensor_copies()
    {
        using var scope = NewDisposeScope();
        var t = zeros(3, 2);
        t[1].fill_(5);
        t[TensorIndex.Tensor(tensor(new long[] { 2 }))].fill_(7);
        t[0, 1] = tensor(3f);
        Assert.Equal([0f, 3, 5, 5, 0, 0], t.data<float>().ToArray());
    }

    [Fact]
    public void Is_made_from_arrays_of_every_rank_and_type()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 1, 2], tensor(new[,,] { { { 1.0, 2 } }, { { 3, 4 } } }).shape);
        Assert.Equal((ScalarType.Float32, ScalarType.Float64), (tensor([1f]).dtype, tensor([1.0]).dtype));
        Assert.Equal((ScalarType.Int64, ScalarType.Bool), (tensor([1L]).dtype, tensor([true]).dtype));
        Assert.ThrowsAny<Exception>(() => tensor([1f, 2f], [3]));
    }
}
