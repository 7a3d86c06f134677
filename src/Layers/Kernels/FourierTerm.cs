namespace GCnn.Layers;

/// <summary>What the group-Fourier route does, to whose numbers its time is taken to be proportional (docs/performance.md).</summary>
internal enum FourierTerm
{
    /// <summary>A forward pass without gradients.</summary>
    Forward,

    /// <summary>A forward pass and the gradient to the weights.</summary>
    WeightStep,

    /// <summary>A forward pass and both gradients.</summary>
    Step,

    /// <summary>The same where the gradient to the image is scattered: the stride is above 1.</summary>
    ScatteredStep,

    /// <summary>Reads, writes, additions and multiplications of vectors in transforms, of filters too.</summary>
    TransformSteps,

    /// <summary>Transforms of a tile.</summary>
    Transforms,

    /// <summary>Multiply-adds of vectors in block products.</summary>
    Products,

    /// <summary>Calls of the inner loop of gradients to weights.</summary>
    OuterCalls,

    /// <summary>Lines of pixels that are copied into strips.</summary>
    LinesRead,

    /// <summary>Pixels that are copied into strips.</summary>
    PixelsRead,

    /// <summary>Pixels that are copied one by one: every so many along a line.</summary>
    PixelsApart,

    /// <summary>Lines of pixels that are written.</summary>
    LinesWritten,

    /// <summary>Pixels that are written.</summary>
    PixelsWritten,

    /// <summary>Coefficients of outputs that are turned, so that those of one place are neighbours.</summary>
    Turned,

    /// <summary>Panels of weights that a call looks up.</summary>
    Panels,

    /// <summary>Multiply-adds that make matrices of weights, or gradients of weights of those of matrices.</summary>
    Packed,
}
