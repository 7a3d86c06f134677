namespace GCnn.Layers;

/// <summary>What of a convolution is wanted; each has a cheapest route of its own.</summary>
internal enum RoutePass
{
    /// <summary>The output, without gradients.</summary>
    Forward,

    /// <summary>The output and the gradient to the weights: the first layer of a net in training.</summary>
    WeightStep,

    /// <summary>The output and both gradients.</summary>
    Step,
}
