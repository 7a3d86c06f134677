using GCnn.Layers;

namespace GCnn.Benchmarks;

/// <summary>What a case has to do on one thread, as the model of costs counts it.</summary>
internal sealed class RouteTerms
{
    private readonly FieldCorrelation _forward;
    private readonly Lazy<FieldCorrelation> _transpose;

    /// <summary>Counts.</summary>
    public RouteTerms(RouteCase drawn)
    {
        (Case, _forward) = (drawn, Correlation(drawn, transposed: false));
        _transpose = new(() => Correlation(drawn, transposed: true));
    }

    /// <summary>The case.</summary>
    public RouteCase Case { get; }

    /// <summary>The numbers of the output.</summary>
    public double OutputNumbers => (double)_forward.To.Channels * Case.Batch * Case.Shape.OutputHeight * Case.Shape.OutputWidth;

    /// <summary>The numbers of the image.</summary>
    public double InputNumbers => (double)_forward.From.Channels * Case.Batch * Case.Side * Case.Side;

    /// <summary>Whether libtorch multiplies matrices.</summary>
    public bool IsByMatrices => ExpandedWork.IsByMatrices(_forward, Case.Shape, 1);

    /// <summary>The terms of the expanded route.</summary>
    public double[] Expanded => ExpandedWork.Of(_forward, Case.Shape, 1);

    /// <summary>The terms of the group-Fourier route.</summary>
    public double[] Fourier(RoutePass pass) => FourierWork.Of(_forward, () => _transpose.Value, Case.Shape, pass);

    /// <summary>Whether the model that is built in chooses the group-Fourier route.</summary>
    public bool ChoosesFourier(RoutePass pass) => RouteModel.PrefersFourier(_forward, () => _transpose.Value, Case.Shape, pass, 1);

    private static FieldCorrelation Correlation(RouteCase drawn, bool transposed)
    {
        using FilterExpansion expansion = FilterExpansion.For(nameof(RouteTerms), drawn.Input, drawn.Output, drawn.Stencil);
        return FieldCorrelation.Of(expansion, transposed)!;
    }
}
