namespace GCnn.Layers;

/// <summary>A piece of a batch's output: rows of one image, or several whole images.</summary>
/// <param name="FirstImage">The first image.</param>
/// <param name="Images">The number of images.</param>
/// <param name="FirstRow">The first row of each.</param>
/// <param name="Rows">The number of rows of each.</param>
internal readonly record struct Strip(int FirstImage, int Images, int FirstRow, int Rows);
