namespace GCnn.Layers;

/// <summary>
/// As many windows as asked for, whatever the size of the image. They lie symmetrically about its centre, so point elements are exact at
/// every size; shifts only where the windows are equal and shifts a multiple of their step.
/// </summary>
/// <param name="Rows">The number of rows of the output; on hexagons <c>2R' + 1</c>.</param>
/// <param name="Columns">The number of columns of the output.</param>
public sealed record AdaptiveGeometry(int Rows, int Columns) : LayerGeometry;
