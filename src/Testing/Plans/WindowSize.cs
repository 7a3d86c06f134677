using GCnn.Groups;

namespace GCnn.Testing;

/// <summary>The size of a sliding window's output, and the rule that decides whether it commutes with the point group.</summary>
/// <remarks>
/// <para>
/// On an axis of <c>n</c> pixels the window visits <c>⌊(n + 2p − k_eff) / s⌋ + 1</c> places from the left, <c>k_eff = d (k − 1) + 1</c>. A
/// flip makes it visit them from the right; both are the same places if and only if <c>(n + 2p − k_eff) mod s = 0</c>. Elements that swap
/// the axes ask no more, since kernel, stride and padding are the same on both.
/// </para>
/// <para>
/// On a hexagon of radius <c>R</c> windows of radius <c>(k − 1) / 2</c> are placed from the centre, so every size is exact; the output has the
/// radius <c>⌊(R + p − d (k − 1) / 2) / s⌋</c>. A window has a cell in its centre: <c>k</c> is odd.
/// </para>
/// </remarks>
internal static class WindowSize
{
    public static string? Fault(string step, NetState state, int kernel, int stride, int padding, int dilation) =>
        kernel < 1 || stride < 1 || padding < 0 || dilation < 1
            ? $"{step}: kernel, stride and dilation are at least 1 and the padding at least 0."
            : state.IsHexagonal
                ? FaultOnHexagons(step, state, kernel, padding, dilation)
                : Fault(step, "height", state.Rows, kernel, stride, padding, dilation)
                    ?? Fault(step, "width", state.Columns, kernel, stride, padding, dilation);

    public static (int Rows, int Columns) Next(NetState state, int kernel, int stride, int padding, int dilation)
    {
        if (state.IsHexagonal)
        {
            int side = (2 * (RoomOnHexagons(state, kernel, padding, dilation) / stride)) + 1;
            return (side, side);
        }

        return ((Room(state.Rows, kernel, padding, dilation) / stride) + 1, (Room(state.Columns, kernel, padding, dilation) / stride) + 1);
    }

    /// <summary>The number of pixels of a window.</summary>
    public static int Area(NetState state, int kernel) => state.IsHexagonal ? new HexagonalDomain(kernel / 2).Count : kernel * kernel;

    private static string? Fault(string step, string axis, int n, int kernel, int stride, int padding, int dilation)
    {
        int room = Room(n, kernel, padding, dilation);
        return room < 0
            ? $"{step}: the {axis} of {n} with padding {padding} is smaller than the kernel."
            : room % stride != 0
                ? $"{step}: on a {axis} of {n}, (n + 2p - k_eff) mod s = {room} mod {stride} = {room % stride}; " +
                  "it must be 0, or flips move the places."
                : null;
    }

    private static string? FaultOnHexagons(string step, NetState state, int kernel, int padding, int dilation) => kernel % 2 == 0
        ? $"{step}: on hexagons a window has a cell in its centre, so its kernel is odd."
        : RoomOnHexagons(state, kernel, padding, dilation) < 0
            ? $"{step}: the hexagon of radius {state.Rows / 2} with padding {padding} is smaller than the kernel."
            : null;

    private static int Room(int n, int kernel, int padding, int dilation) => n + (2 * padding) - (dilation * (kernel - 1)) - 1;

    private static int RoomOnHexagons(NetState state, int kernel, int padding, int dilation) =>
        (state.Rows / 2) + padding - (dilation * (kernel / 2));
}
