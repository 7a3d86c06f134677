namespace GCnn.Groups;

/// <content>The steps themselves, for those who translate a program.</content>
public sealed partial class StraightLineProgram
{
    /// <summary>
    /// The steps, on rows: a step may write to a row that it reads, and rows <c>0 … Inputs − 1</c> hold the inputs before the first.
    /// </summary>
    public IReadOnlyList<LinearStep> Steps => _steps;
}
