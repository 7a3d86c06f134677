namespace GCnn.Experiments.Bench;

/// <summary>Where the other libraries are.</summary>
/// <param name="Python">The interpreter that has torch.</param>
/// <param name="E2cnn">The folder that holds e2cnn's package; where the script looks by itself if null.</param>
/// <param name="Hexagdly">The folder that holds HexagDLy's hexagdly.py; where the script looks by itself if null.</param>
public sealed record PeerOptions(string Python, string? E2cnn, string? Hexagdly)
{
    /// <summary>The interpreter without <c>--python</c>: Debian's, whose torch is the libtorch of this program.</summary>
    public const string DefaultPython = "/usr/bin/python3";
}
