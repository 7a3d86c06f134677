namespace GCnn.Layers;

/// <summary>
/// How the outputs of a layer stand on the image it is given: a closed family, from which sizes, receptive fields and exactness are
/// computed without running numbers (docs/exactness.md).
/// </summary>
public abstract record LayerGeometry
{
    private protected LayerGeometry()
    {
    }
}
