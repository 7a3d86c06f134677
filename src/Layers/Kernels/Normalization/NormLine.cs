namespace GCnn.Layers;

/// <summary>
/// How a field's numbers are normalised, and what becomes of small ones: <c>y = max((x − mean) scale + shift, floor)</c>. With the floor 0
/// that rectifies, with minus infinity it changes nothing.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal readonly record struct NormLine<T>(T Mean, T Scale, T Shift, T Floor);
