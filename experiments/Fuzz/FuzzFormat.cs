using GCnn.Data;
using GCnn.Images;

namespace GCnn.Experiments.Fuzz;

/// <summary>A format whose reader is tried on mutations of valid files.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="FileName">The name that a mutated file gets.</param>
/// <param name="Seeds">The valid files, each with the options that it is read by.</param>
/// <param name="IsText">Whether mutations of letters are tried more often than those of bytes.</param>
internal sealed record FuzzFormat(string Name, string FileName, IReadOnlyList<FuzzSeed> Seeds, bool IsText = false)
{
    /// <summary>The name of a file of tensors, which is read by a library of its own.</summary>
    public const string TensorFile = "net.safetensors";

    private const string Table = "object_id,note,morphology,file\n" +
        "587722981742084144,\"a, b\",smooth,images/1.jpg\r\n2,\"two\nlines\",edge-on,images/2.jpg\n3,\"\"\"\",merger,3.png\n";

    /// <summary>Every format, by its name.</summary>
    public static IReadOnlyList<FuzzFormat> All { get; } =
    [
        new("jpeg", "image.jpg",
        [
            new("flat.jpg"), new("progressive.jpg"), new("noise.jpg", Noise(ImageCodec.EncodeJpeg)),
            new("fine.jpg", Noise(i => ImageCodec.EncodeJpeg(i, 100))),
        ]),
        new("png", "image.png", [new("colour.png"), new("noise.png", Noise(ImageCodec.EncodePng))]),
        new("zip", "images.zip", [new("pictures.zip"), new("pictures-stored.zip")]),
        new("csv", ImageArchive.LabelsName, [new(ImageArchive.LabelsName, System.Text.Encoding.UTF8.GetBytes(Table))], IsText: true),
        new("hdf5", "images.h5",
        [
            new("contiguous.h5"), new("chunked.h5"), new("gzip.h5"), new("latest.h5"),
            new("planes.h5", Options: new() { ImagesName = "set/train/x", LabelsName = "set/train/y" }),
            new("numbers.h5", Options: new() { ImagesName = "i2" }),
        ]),
        new("fits", "images.fits",
        [
            new("single.fits"), new("several.fits"), new("scaled.fits"), new("blank.fits"), new("rice1.fits.fz"), new("gzip1.fits.fz"),
            new("gzip2.fits.fz"),
            new("plio1.fits.fz"), new("float.fits.fz"),
            new("several.fits", Options: new() { Fits = FitsLayout.Planes, NotFinite = NotFiniteRule.Replace }),
            new("several.fits", Options: new() { Fits = FitsLayout.Channels, NotFinite = NotFiniteRule.Replace }),
        ], IsText: true),
        new("npy", "images.npy", [new("colour.npy"), new("bef4.npy"), new("lef8.npy"), new("version2.npy"), new("f2.npy")], IsText: true),
        new("npz", "images.npz", [new("stored.npz"), new("packed.npz", Options: new() { ImagesName = "x_train", LabelsName = "y_train" })]),
        new("safetensors", TensorFile,
            [new("types.safetensors"), new("names.safetensors"), new("shapes.safetensors"), new("backwards.safetensors")], IsText: true),
        new("idx", "images", [new("t10k-images-idx3-ubyte"), new("t10k-images-idx3-ubyte.gz"), new("type13.idx"), new("colour.idx")]),
    ];

    /// <summary>A picture of noise, which uses more of a decoder than one of a single colour.</summary>
    private static byte[] Noise(Func<RgbImage, byte[]> encode) =>
        encode(RgbImage.Create(40, 24, 1u, static (pixels, _, state) =>
        {
            for (int i = 0; i < pixels.Length; i++)
            {
                state = (state * 1_664_525) + 1_013_904_223;
                pixels[i] = (byte)(state >> 24);
            }
        }));

    private static byte[] Noise(Func<RgbImage, int, byte[]> encode) => Noise(image => encode(image, 90));
}
