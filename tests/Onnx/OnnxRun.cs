using static TorchSharp.torch;

namespace GCnn.Onnx.Tests;

/// <summary>Writes nets as files, and runs the files with ONNX Runtime.</summary>
public sealed class OnnxRun : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"gcnn-{Guid.NewGuid():N}.onnx");
    private readonly Lazy<OnnxRuntime> _runtime = new(OnnxRuntime.Start);

    /// <summary>The comparison of a net with its file.</summary>
    public Agreement Compare(nn.Module<Tensor, Tensor> net, Tensor images) =>
        Compare(OnnxExport.Of(net, images.shape[1..]), net, images);

    /// <summary>The comparison of a net with a file.</summary>
    public Agreement Compare(OnnxModel model, nn.Module<Tensor, Tensor> net, Tensor images)
    {
        using IDisposable noGrad = no_grad();
        net.eval();
        return Agreement.Of(net.call(images), Run(model, images));
    }

    /// <summary>What ONNX Runtime computes.</summary>
    public Tensor Run(OnnxModel model, Tensor images, string output = OnnxExport.Output)
    {
        using (FileStream stream = File.Create(_file))
            OnnxFile.Write(model, stream);
        _runtime.Value.Load(_file);
        return _runtime.Value.Run(images, output);
    }

    public void Dispose()
    {
        if (_runtime.IsValueCreated)
            _runtime.Value.Dispose();
        File.Delete(_file);
    }
}
