using GCnn.Data;
using GCnn.Images;

namespace GCnn.Experiments.Data;

/// <summary>How an image of any form becomes planes of red, green and blue, for training and for prediction alike.</summary>
internal static class StoredImage
{
    /// <summary>Reads an image of a source and resizes it.</summary>
    /// <param name="images">The source.</param>
    /// <param name="number">The image's number in it.</param>
    /// <param name="resize">How it is resized.</param>
    /// <exception cref="SampleException">The image cannot be used.</exception>
    public static float[] Read(ImageSource images, long number, CentreResize resize) => Read(images, number, resize, resize.Size);

    /// <summary>The same, of which only the middle is kept.</summary>
    /// <param name="images">The source.</param>
    /// <param name="number">The image's number in it.</param>
    /// <param name="resize">How it is resized.</param>
    /// <param name="centre">Side of the middle.</param>
    /// <exception cref="SampleException">The image cannot be used.</exception>
    public static float[] Read(ImageSource images, long number, CentreResize resize, int centre) => resize.Apply(
        images.ReadPicture(number) ?? SkyStretch.Picture(images.Location, images.IdOf(number), images.Read(number)), centre);
}
