namespace GCnn.Data;

/// <summary>One line of <c>labels.csv</c>.</summary>
/// <param name="ObjectId">The object's unique name.</param>
/// <param name="Label">Its class, as written.</param>
/// <param name="File">Its image's path, relative to <c>labels.csv</c>.</param>
/// <param name="Line">The line in the file, for messages.</param>
public sealed record LabelRow(string ObjectId, string Label, string File, long Line);
