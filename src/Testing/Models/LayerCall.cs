using static TorchSharp.torch;

namespace GCnn.Testing;

/// <summary>One call of a layer in one forward pass: copies of what it took and gave, before anything could change them in place.</summary>
internal sealed record LayerCall(LayerSite Site, Tensor Input, Tensor Output);
