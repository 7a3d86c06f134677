using GCnn.Actions;
using GCnn.Augment;
using GCnn.Checkpoints;
using GCnn.Data;
using GCnn.Distributed;
using GCnn.Groups;
using GCnn.Images;
using GCnn.Layers;
using GCnn.Onnx;
using GCnn.Testing;
using static TorchSharp.torch;

namespace GCnn.Snippets.Tests;

/// <summary>The code in the READMEs of the packages.</summary>
public sealed class PackageReadmes : IDisposable
{
    private readonly DirectoryInfo _room = Directory.CreateTempSubdirectory("gcnn-readmes-");

    public static TheoryData<string> Libraries => [.. Directory.GetDirectories(Place).Select(path => Path.GetFileName(path))];

    private static string Place => Path.Combine(AppContext.BaseDirectory, "packages");

    [Fact]
    public void Actions()
    {
        // Actions: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 3);
        Tensor x = rand(2, 3, 33, 33);
        Tensor turned = x.Transform(image, pointElement: 1);                   // a quarter turn, anticlockwise on screen
        Console.WriteLine(turned.equal(x.rot90(1, (2, 3))).item<bool>());      // True

        // Actions: end
        Assert.True(turned.equal(x.rot90(1, (2, 3))).item<bool>());
    }

    [Fact]
    public void Augment()
    {
        // Augment: begin
        var pipeline = new Pipeline(new RandomFlip(), new RandomRotation(), new RandomScale { Factor = new(0.87, 1.15) });
        Tensor images = rand(16, 3, 65, 65);
        Parameters[] drawn = pipeline.Draw(seed: 1, epoch: 0, samples: Enumerable.Range(0, 16).Select(i => (long)i));
        Tensor moved = pipeline.Apply(images, drawn);                          // the three are one resample
        Console.WriteLine(PipelineJson.Write(pipeline));

        // Augment: end
        Assert.Equal(images.shape, moved.shape);
    }

    [Fact]
    public void Checkpoints()
    {
        string path = Path.Combine(_room.FullName, "net.safetensors");
        // Checkpoints: begin
        var net = nn.Sequential(nn.Linear(3, 2));
        SafeTensors.Save(net, path, new Dictionary<string, string> { ["note"] = "the third try" });
        SafeTensors.Load(net, path);                                           // whole or nothing
        using SafeTensorsFile file = SafeTensors.Open(path);
        Console.WriteLine(string.Join('\n', file.Tensors));                    // 0.weight F32 [2, 3], 0.bias F32 [2]

        // Checkpoints: end
        Assert.Equal(2, file.Tensors.Count);
    }

    [Fact]
    public void Data()
    {
        string path = Path.Combine(_room.FullName, "one.png");
        using (var canvas = new Canvas(8, 8, RgbColour.White))
            File.WriteAllBytes(path, ImageCodec.EncodePng(canvas.ToImage()));
        // Data: begin
        using ImageSource source = ImageSource.Open(path);                     // its content says which format
        Planes first = source.Read(0);
        Console.WriteLine($"{source.Count} images, the first of {first.Channels} x {first.Height} x {first.Width}: {source.IdOf(0)}");

        // Data: end
        Assert.Equal((1L, 8, 8), (source.Count, first.Height, first.Width));
    }

    [Fact]
    public void Distributed()
    {
        // Distributed: begin
        void Step(IGradientExchange exchange, nn.Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor images, Tensor classes)
        {
            Tensor loss = nn.functional.cross_entropy(net.call(images), classes, reduction: nn.Reduction.Sum);
            loss /= exchange.Sum(images.shape[0]);                             // by the images of all processes
            optimizer.zero_grad();
            exchange.Begin();
            loss.backward();
            exchange.Finish();                                                 // every gradient is the sum over all
            optimizer.step();
        }

        // Distributed: end
        Tensor images = rand(4, 3), classes = zeros(4, ScalarType.Int64);
        using nn.Module<Tensor, Tensor> net = nn.Linear(3, 2);
        using optim.Optimizer optimizer = optim.SGD(net.parameters(), learningRate: 0.1);
        double before = nn.functional.cross_entropy(net.call(images), classes).item<float>();
        Step(Alone.Instance, net, optimizer, images, classes);
        Assert.True(nn.functional.cross_entropy(net.call(images), classes).item<float>() < before);
    }

    [Fact]
    public void Groups()
    {
        // Groups: begin
        PlaneGroup group = PlaneGroup.P4m;                                     // turns and mirrors of the square lattice
        FieldType colours = FieldType.Trivial(group, 3), features = FieldType.Regular(group, 4);
        Console.WriteLine($"{group.Name}: {group.PointGroup.Order} elements, {features.Channels} channels");

        var regular = new RegularRepresentation(group.PointGroup);
        KernelSpace kernels = KernelSpace.For(regular, regular, new PixelBasis(group, Stencil.Square(3)));
        Console.WriteLine(kernels.Dimension);                                  // 72 of 8 x 8 x 9 numbers are free

        // Groups: end
        Assert.Equal((32, 72), (features.Channels, kernels.Dimension));
    }

    [Fact]
    public void Images()
    {
        // Images: begin
        using var canvas = new Canvas(120, 40, RgbColour.White);
        canvas.Write("p4m", 10, 10, RgbColour.Black);
        byte[] png = ImageCodec.EncodePng(canvas.ToImage());
        (int width, int height) = ImageCodec.SizeOf(png);

        // Images: end
        Assert.Equal((120, 40), (width, height));
    }

    [Fact]
    public void Layers()
    {
        // Layers: begin
        PlaneGroup group = PlaneGroup.P4m;
        FieldType image = FieldType.Trivial(group, 3), fields = FieldType.Regular(group, 8);
        var features = new EquivariantSequential(
            new Convolution(image, fields, Stencil.Square(5), stride: 2, padding: 2),
            new FieldBatchNorm(fields),
            PointwiseNonlinearity.ReLU(fields),
            new GroupPooling(fields),
            new SpatialPooling(FieldType.Trivial(group, 8)));
        var net = nn.Sequential(features, nn.Linear(8, 3));                    // the same answer for all eight poses of an image
        Console.WriteLine(net.call(rand(4, 3, 33, 33)));

        // Layers: end
        EquivarianceAssert.IsInvariant(Evaluated(net), image, rand(2, 3, 33, 33));
    }

    [Fact]
    public void LibTorch()
    {
        // LibTorch: begin
        Tensor x = randn(4, 3), w = randn(3, 2, requires_grad: true);
        Tensor loss = x.matmul(w).relu().sum();
        loss.backward();
        Console.WriteLine(w.grad);

        // LibTorch: end
        Assert.Equal([3L, 2L], w.grad!.shape);
    }

    [Fact]
    public void Onnx()
    {
        string path = Path.Combine(_room.FullName, "net.onnx");
        // Onnx: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 3), fields = FieldType.Regular(PlaneGroup.P4m, 4);
        var net = new EquivariantSequential(
            new Convolution(image, fields, Stencil.Square(3), padding: 1), PointwiseNonlinearity.ReLU(fields), new GroupPooling(fields));
        using FileStream file = File.Create(path);
        OnnxFile.Write(OnnxExport.Of(net, [3, 33, 33]), file);

        // Onnx: end
        Assert.True(file.Length > 1000);
    }

    [Fact]
    public void Testing()
    {
        // Testing: begin
        FieldType image = FieldType.Trivial(PlaneGroup.P4m, 3);
        Tensor x = rand(2, 3, 33, 33);
        EquivarianceAssert.IsInvariant(t => t.mean([2, 3]), image, x);         // any function; it throws where it is not

        EquivarianceReport report = EquivarianceReport.Measure(t => t.sin(), image, image, x);
        Console.WriteLine(report);

        // Testing: end
        Assert.Contains("holds", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_README_quotes_what_is_run_here(string library)
    {
        string[] run = Blocks.Run("PackageReadmes.cs", library);
        Assert.NotEmpty(run);
        Assert.Equal(run, Blocks.Quoted(Path.Combine("packages", library, "README.md")));
    }

    public void Dispose() => _room.Delete(recursive: true);

    private static nn.Module<Tensor, Tensor> Evaluated(nn.Module<Tensor, Tensor> net)
    {
        net.eval();
        return net;
    }
}
