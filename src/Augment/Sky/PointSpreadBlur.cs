using TorchSharp;
using static TorchSharp.torch;

namespace GCnn.Augment;

/// <summary>Blur by a point-spread function, round and of a full width at half maximum (FWHM) drawn in pixels: worse seeing.</summary>
/// <remarks>
/// The kernel is sampled at the pixels' centres and divided by its sum. Beyond its border the image goes on as its mirror image, the
/// border's pixel first; because the kernel is symmetric, what leaves the image then comes back and the flux, the sum of all pixels, is
/// kept. It is made for square pixels: images of the hexagonal lattice are to be blurred before they are resampled to it.
/// </remarks>
public abstract record PointSpreadBlur : Augmentation
{
    private protected PointSpreadBlur(Interval fwhm) => Fwhm = fwhm;

    /// <summary>The range of the FWHM in pixels, uniform; from 0, which blurs nothing, to 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches outside 0 to 64.</exception>
    public Interval Fwhm { get; init => field = Ranges.Within(value, 0, 64, "FWHM in pixels", nameof(Fwhm)); }

    /// <inheritdoc/>
    public sealed override bool IsGeometric => false;

    /// <summary>Draws the FWHM.</summary>
    /// <param name="stream">The sample's stream.</param>
    public sealed override StepParameters Draw(SampleStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PointSpreadBlurParameters(stream.NextUniform(Fwhm));
    }

    /// <summary>Convolves each image with its own kernel. Differentiable.</summary>
    /// <remarks><b>Shapes:</b> <c>N x C x H x W</c> to the same.</remarks>
    /// <param name="images">The images.</param>
    /// <param name="parameters">For each image its width.</param>
    /// <exception cref="ArgumentException">The parameters are not of these images.</exception>
    public sealed override Tensor Apply(Tensor images, IReadOnlyList<StepParameters> parameters)
    {
        PointSpreadBlurParameters[] drawn = Require<PointSpreadBlurParameters>(images, parameters);
        using DisposeScope scope = NewDisposeScope();

        // Image by image: each has a kernel of its own size, and a convolution of one size rounds in one way.
        return cat([.. images.split(1).Select((image, n) => Blurred(image, drawn[n].Fwhm))]).MoveToOuterDisposeScope();
    }

    /// <summary>The kernels to convolve with, one after the other, from the middle outwards; each is symmetric and sums to 1.</summary>
    private protected abstract IEnumerable<PointSpreadKernel> Kernels(double fwhm);

    private Tensor Blurred(Tensor image, double fwhm)
    {
        // So narrow that the neighbours' weights are 0 in double precision.
        if (fwhm < 1e-3)
        {
            return image;
        }

        Tensor channels = image.transpose(0, 1);
        return Kernels(fwhm).Aggregate(channels, (blurred, kernel) => kernel.Convolve(blurred)).transpose(0, 1);
    }
}
