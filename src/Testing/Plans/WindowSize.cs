namespace GCnn.Testing;

/// <summary>The size of a sliding window's output, and the rule that decides whether it commutes with flips of an axis.</summary>
/// <remarks>
/// On an axis of <c>n</c> pixels the window visits <c>⌊(n + 2p − k_eff) / s⌋ + 1</c> places from the left, <c>k_eff = d (k − 1) + 1</c>. A
/// flip makes it visit them from the right; both are the same places if and only if <c>(n + 2p − k_eff) mod s = 0</c>. Elements that swap
/// the axes ask no more, since kernel, stride and padding are the same on both.
/// </remarks>
internal static class WindowSize
{
    public static string? Fault(string step, NetState state, int kernel, int stride, int padding, int dilation) =>
        Fault(step, "height", state.Rows, kernel, stride, padding, dilation)
        ?? Fault(step, "width", state.Columns, kernel, stride, padding, dilation);

    public static (int Rows, int Columns) Next(NetState state, int kernel, int stride, int padding, int dilation) =>
        ((Room(state.Rows, kernel, padding, dilation) / stride) + 1, (Room(state.Columns, kernel, padding, dilation) / stride) + 1);

    private static string? Fault(string step, string axis, int n, int kernel, int stride, int padding, int dilation)
    {
        int room = Room(n, kernel, padding, dilation);
        if (kernel < 1 || stride < 1 || padding < 0 || dilation < 1)
        {
            return $"{step}: kernel, stride and dilation are at least 1 and the padding at least 0.";
        }

        return room < 0
            ? $"{step}: the {axis} of {n} with padding {padding} is smaller than the kernel."
            : room % stride != 0
                ? $"{step}: on a {axis} of {n}, (n + 2p - k_eff) mod s = {room} mod {stride} = {room % stride}; " +
                  "it must be 0, or flips move the places."
                : null;
    }

    private static int Room(int n, int kernel, int padding, int dilation) => n + (2 * padding) - (dilation * (kernel - 1)) - 1;
}
