using System.Runtime.InteropServices;

namespace GCnn.Images;

/// <summary>Owns one gdImage, freed when disposed or finalized.</summary>
internal sealed class GdImageHandle : SafeHandle
{
    public GdImageHandle()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>A new true-colour image holding the given pixels.</summary>
    public static GdImageHandle From(RgbImage image)
    {
        var made = Create(image.Width, image.Height);
        made.Draw(image, 0, 0);
        return made;
    }

    /// <summary>A new black true-colour image.</summary>
    public static GdImageHandle Create(int width, int height)
    {
        Gd.Require();
        var made = Gd.CreateTrueColour(width, height);
        return made.IsInvalid ? throw new InvalidOperationException($"libgd could not make an image of {width}x{height} pixels; is there memory for it?") : made;
    }

    /// <summary>Copies an image in with its top left corner at (left, top); what falls outside is clipped by libgd.</summary>
    public void Draw(RgbImage image, int left, int top)
    {
        var pixels = image.Pixels;
        for (int y = 0, at = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++, at += 3)
                Gd.SetPixel(handle, left + x, top + y, (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
        }

        GC.KeepAlive(this);
    }

    /// <summary>The pixels as red, green, blue; transparency is dropped.</summary>
    public RgbImage ToImage(int width, int height) => RgbImage.Create(width, height, this, static (pixels, width, image) =>
    {
        for (var at = 0; at < pixels.Length; at += 3)
        {
            var (y, x) = Math.DivRem(at / 3, width);
            var colour = Gd.GetPixel(image.handle, x, y);
            pixels[at] = (byte)(colour >> 16);
            pixels[at + 1] = (byte)(colour >> 8);
            pixels[at + 2] = (byte)colour;
        }

        GC.KeepAlive(image);
    });

    protected override bool ReleaseHandle()
    {
        Gd.Destroy(handle);
        return true;
    }
}
