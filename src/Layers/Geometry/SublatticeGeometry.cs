using GCnn.Groups;

namespace GCnn.Layers;

/// <summary>
/// Windows about the points of a sublattice through the image's centre: exact at every size under the point elements that keep the
/// sublattice, and, away from the border, under its translations.
/// </summary>
/// <param name="Sublattice">The points at which windows stand.</param>
/// <param name="Reach">The largest distance along an axis from a window's centre to a pixel that it reads.</param>
/// <param name="Reading">The maximum of each window, or the mean in which a pixel counts by its share.</param>
public sealed record SublatticeGeometry(Sublattice Sublattice, int Reach, WindowReading Reading = WindowReading.Mean) : LayerGeometry;
