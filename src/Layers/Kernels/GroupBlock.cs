namespace GCnn.Layers;

/// <summary>Coefficients of a Fourier transform over a group that a correlation mixes with each other and with no others.</summary>
/// <param name="First">The first of them, in the order of <see cref="GroupBlocks.Coefficients"/>.</param>
/// <param name="Size">How many there are.</param>
/// <param name="Matrix">The number of the matrix that mixes them; blocks of one number share it.</param>
internal readonly record struct GroupBlock(int First, int Size, int Matrix);
