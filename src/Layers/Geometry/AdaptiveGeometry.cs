namespace GCnn.Layers;

/// <summary>
/// As many windows as asked for, whatever the size of the image. They lie symmetrically about its centre, so point elements are exact at
/// every size; shifts where they take windows to windows: on an axis of <c>n</c> pixels with <c>m</c> windows a shift by
/// <c>n / g</c> is one by <c>m / g</c>, with <c>g</c> the greatest common divisor of both.
/// </summary>
/// <param name="Rows">The number of rows of the output; on hexagons <c>2R' + 1</c>.</param>
/// <param name="Columns">The number of columns of the output.</param>
/// <param name="Reading">The mean or the maximum of each window.</param>
public sealed record AdaptiveGeometry(int Rows, int Columns, WindowReading Reading = WindowReading.Mean) : LayerGeometry;
