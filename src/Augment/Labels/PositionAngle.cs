namespace GCnn.Augment;

/// <summary>
/// A position angle as astronomers count it: from north through east, with north up and east to the <b>left</b>, so anticlockwise on screen
/// from the upward direction.
/// </summary>
/// <remarks>
/// The direction of the angle <c>α</c> is <c>(x, y) = (−sin α, −cos α)</c>, <c>y</c> downwards. A rotation by <c>β</c> takes <c>α</c> to
/// <c>α + β</c>, the flip left-right takes it to <c>−α</c>, the flip up-down to <c>180 − α</c>; a shear takes it where it takes the
/// direction.
/// </remarks>
/// <param name="Degrees">The angle.</param>
/// <param name="IsDirection">
/// Whether opposite ends differ, as of a jet, so that angles run to 360; otherwise the angle is that of an axis, as of a disc, and runs
/// to 180.
/// </param>
public readonly record struct PositionAngle(double Degrees, bool IsDirection = false)
{
    /// <summary>The angle after the image has moved, from 0 to below 180, or to below 360 for a direction.</summary>
    /// <param name="placement">How the image moved, such as <see cref="Pipeline.Place"/> says.</param>
    public PositionAngle Moved(Placement placement)
    {
        (double sine, double cosine) = double.SinCosPi(Degrees / 180);
        (double x, double y) = placement.OnScreen.Linear.Apply(-sine, -cosine);
        double period = IsDirection ? 360 : 180, moved = double.Atan2Pi(-x, -y) * 180;
        double angle = ((moved % period) + period) % period;
        return this with { Degrees = angle };
    }
}
