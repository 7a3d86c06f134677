using GCnn.Images;
using static TorchSharp.torch;

namespace GCnn.Experiments.Bench;

/// <summary>What a training image costs before it is augmented: a JPEG decoded and made planes, on as many threads as asked.</summary>
internal sealed class DecodeWorkload : Workload
{
    private readonly byte[][] _files;
    private readonly CentreResize _planes;
    private readonly int _threads;

    public DecodeWorkload(BenchCase bench)
    {
        (_planes, _threads) = (new CentreResize(bench.Size), bench.Threads);
        _files = [.. Enumerable.Range(0, bench.Batch).Select(_ => ImageCodec.EncodeJpeg(Picture(bench.Size)))];
    }

    public override IReadOnlyList<Contestant> Contestants => [Contestant.Here(BenchColumn.Fourier, Decode)];

    /// <summary>Smooth, as photographs are: noise of eight pixels a side, enlarged.</summary>
    private static RgbImage Picture(int size)
    {
        Tensor noise = nn.functional.interpolate(rand(1, 3, 8, 8), [size, size], mode: InterpolationMode.Bilinear);
        return RgbImage.FromPlanes(noise.data<float>().ToArray(), size);
    }

    private void Decode() => Parallel.ForEach(
        _files, new ParallelOptions { MaxDegreeOfParallelism = _threads }, file => _planes.Apply(ImageCodec.Decode(file)));
}
