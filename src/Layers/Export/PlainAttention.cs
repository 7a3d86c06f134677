using GCnn.Actions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GCnn.Layers;

/// <summary>
/// Attention over the pixels of an image, <c>y(p) = Σ_q a(p, q) v(q)</c>, <c>a(p, ·) = softmax_q(⟨k(q), c(p)⟩ / √d + b(q − p))</c>, in each
/// of several heads, between which the channels of queries <c>c</c>, keys <c>k</c> and values <c>v</c> are divided in their order.
/// </summary>
/// <remarks>
/// In ONNX, for one size of images, it is <c>Reshape</c>, <c>Transpose</c>, <c>MatMul</c>, <c>Add</c> of a constant, <c>Softmax</c> and
/// <c>MatMul</c>. <b>Shapes:</b> <c>N x C x H x W -> N x C' x H x W</c>. Source: [Vaswani2017], section 3.2.
/// </remarks>
public sealed class PlainAttention : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> queries;
    private readonly nn.Module<Tensor, Tensor> keys;
    private readonly nn.Module<Tensor, Tensor> values;
    private readonly Parameter? biases;
    private readonly HexagonMask _mask = new();
    private readonly RelativeSlots? _slots;
    private readonly bool _onHexagons;

    internal PlainAttention(
        nn.Module<Tensor, Tensor> queries, nn.Module<Tensor, Tensor> keys, nn.Module<Tensor, Tensor> values, int heads, Tensor? biases,
        bool onHexagons)
        : base(nameof(PlainAttention))
    {
        (this.queries, this.keys, this.values) = (queries, keys, values);
        this.biases = biases is null ? null : new Parameter(biases);
        (Heads, _onHexagons) = (heads, onHexagons);
        _slots = biases is null ? null : new RelativeSlots((int)biases.size(1), (int)biases.size(2));
        RegisterComponents();
    }

    /// <summary>The number of heads.</summary>
    public int Heads { get; }

    /// <summary>What makes queries, keys and values of the image.</summary>
    internal (nn.Module<Tensor, Tensor> Queries, nn.Module<Tensor, Tensor> Keys, nn.Module<Tensor, Tensor> Values) Maps =>
        (queries, keys, values);

    /// <summary>Attends.</summary>
    /// <param name="input">The image.</param>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        (long samples, long rows, long columns) = (input.size(0), input.size(2), input.size(3));
        Tensor c = OfHeads(queries.call(input)), k = OfHeads(keys.call(input)), v = OfHeads(values.call(input));
        Tensor scores = (c.matmul(k.transpose(2, 3)) / Math.Sqrt(c.size(3))) + Added(rows, columns, input);
        return scores.softmax(3).matmul(v).transpose(2, 3).reshape(samples, -1, rows, columns).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// What is added to the scores of images of one size: <c>b(q − p)</c>, 0 where the offset leaves the window of <c>b</c>, and minus
    /// infinity where <c>q</c> lies outside a hexagon.
    /// </summary>
    /// <remarks><b>Shapes:</b> <c>heads x H W x H W</c>, or <c>1 x 1 x H W</c> where it depends on <c>q</c> alone.</remarks>
    /// <param name="rows">The height of the images.</param>
    /// <param name="columns">The width of the images.</param>
    /// <param name="like">A tensor of the type and on the device that are wanted.</param>
    public Tensor Added(long rows, long columns, Tensor like)
    {
        ArgumentNullException.ThrowIfNull(like);
        using var scope = NewDisposeScope();
        Tensor visible = zeros([1, 1, rows, columns], like.dtype, like.device);
        Tensor added = (_onHexagons ? _mask.Apply(visible, double.NegativeInfinity) : visible).view(1, 1, rows * columns);
        return (biases is null ? added : added + _slots!.Gather(biases, rows, columns)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _mask.Dispose();
            _slots?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary><b>Shapes:</b> <c>N x (heads d) x H x W</c> to <c>N x heads x H W x d</c>.</summary>
    private Tensor OfHeads(Tensor x) => x.reshape(x.size(0), Heads, -1, x.size(2) * x.size(3)).transpose(2, 3);
}
