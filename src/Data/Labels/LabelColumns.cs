namespace GCnn.Data;

/// <summary>Names of the columns of <c>labels.csv</c>.</summary>
/// <param name="ObjectId">The object's unique name; splits are made from it.</param>
/// <param name="Label">The class.</param>
/// <param name="File">The image's path, relative to <c>labels.csv</c>.</param>
public sealed record LabelColumns(string ObjectId = "object_id", string Label = "morphology", string File = "file");
