using static TorchSharp.torch;

namespace GCnn.Layers;

public sealed partial class Convolution
{
    private readonly Lazy<FourierConvolution?> _fourier;

    /// <summary>
    /// How the convolution is computed; at first <see cref="ConvolutionRoute.Automatic"/>. Parameters, state dict and results are the same on
    /// every route, apart from rounding.
    /// </summary>
    /// <exception cref="NotSupportedException">The group-Fourier route is asked of a convolution that has none; the message says why.</exception>
    public ConvolutionRoute Route
    {
        get;
        set => field = value != ConvolutionRoute.Fourier || _fourier.Value is not null
            ? value
            : throw new NotSupportedException(
                $"{nameof(Convolution)} from '{InputType}' to '{OutputType}' has no group-Fourier route: it serves trivial, regular and " +
                "quotient fields of cyclic and dihedral groups, in one group of fields. Leave the route to be chosen.");
    } = ConvolutionRoute.Automatic;

    /// <summary>What an output position costs where filters are steered; null where they stand at pixels, or cannot be.</summary>
    internal FourierCost? SteeredCost => _fourier.Value?.SteeredCost;

    private Tensor Convolve(Tensor input)
    {
        (Tensor image, long[] added) = _windows.Surrounded(input);
        (int Rows, int Columns) padding = ((int)added[0], (int)added[1]);
        return FourierConvolution.Serves(input, Route) && _fourier.Value is { } fourier
            && (Route == ConvolutionRoute.Fourier || fourier.IsFaster(image, padding, PassOf(input)))
            ? fourier.Convolve(image, _weight, _bias, padding)
            : Masked(_windows.Convolve((image, added), Filter(), ExpandedBias(), Groups));
    }

    /// <summary>What will be wanted of a call; gradients to the image alone cost about what both do.</summary>
    private RoutePass PassOf(Tensor input) => (is_grad_enabled(), input.requires_grad, _weight.requires_grad) switch
    {
        (true, true, _) => RoutePass.Step,
        (true, _, true) => RoutePass.WeightStep,
        _ => RoutePass.Forward,
    };
}
