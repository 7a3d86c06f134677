namespace GCnn.Layers;

/// <summary>What the expanded route does, to whose numbers its time is taken to be proportional (docs/performance.md).</summary>
internal enum ExpandedTerm
{
    /// <summary>Calls: 1.</summary>
    Calls,

    /// <summary>Multiply-adds, channels counted in whole vectors where libtorch lays them out so.</summary>
    Multiplications,

    /// <summary>The same where the image has fewer channels than a vector has numbers.</summary>
    FewChannels,

    /// <summary>Numbers of the image, with channels in whole vectors.</summary>
    ImageNumbers,

    /// <summary>Numbers of image and output.</summary>
    Pixels,

    /// <summary>Numbers of the windows, where they are written out as a matrix.</summary>
    WindowNumbers,

    /// <summary>The same where taps are apart.</summary>
    DilatedNumbers,

    /// <summary>Numbers of the expanded filter, each a weight.</summary>
    FilterNumbers,

    /// <summary>The same where each is a sum over basis filters.</summary>
    SteeredNumbers,

    /// <summary>Numbers of the output, where those off a hexagon are set to zero.</summary>
    Masked,

    /// <summary>Images times input channels times taps, where images are multiplied one by one.</summary>
    MatrixRows,
}
