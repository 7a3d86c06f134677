namespace GCnn.Layers;

/// <summary>A linear transform of rows: output row <c>k</c> from the input rows, number by number along them.</summary>
/// <param name="source">An address from which the input rows are found.</param>
/// <param name="offsets">For each input row its distance from there, in bytes.</param>
/// <param name="target">The first output row.</param>
/// <param name="stride">The distance from one output row to the next, in bytes.</param>
/// <param name="width">The numbers in a row, at least 1; rows are read and written to the next whole vector.</param>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal unsafe delegate void RowTransform<T>(T* source, nint* offsets, T* target, nint stride, int width)
    where T : unmanaged;

/// <summary>A linear transform of rows whose output rows are added to rows elsewhere.</summary>
/// <param name="source">An address from which the input rows are found.</param>
/// <param name="sources">For each input row its distance from there, in bytes.</param>
/// <param name="target">An address from which the rows that are added to are found.</param>
/// <param name="targets">For each output row the distance from there of the row that it is added to, in bytes.</param>
/// <param name="width">The numbers in a row, at least 1; rows are read and written to the next whole vector.</param>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal unsafe delegate void RowScatter<T>(T* source, nint* sources, T* target, nint* targets, int width)
    where T : unmanaged;
