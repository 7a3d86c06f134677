namespace GCnn.Experiments.Reports.Html;

/// <summary>What the first layers make of a galaxy that turns.</summary>
internal static class MapsSection
{
    private const double Rounding = 1e-3;

    /// <summary>The section; null where there are no pictures.</summary>
    public static Section? Of(ReportContent content)
    {
        ReportModel[] shown = [.. content.Models.Where(model => model.First.Pictures is not null)];
        if (shown.Length == 0)
        {
            return null;
        }

        Fragment body = Fragment.Of(
            $"""
            <p>One galaxy in every pose, and below it the feature maps of one field after the first convolution, normalisation and
            rectifier. Turn the galaxy, and an equivariant model turns the maps and passes them on from channel to channel: follow the
            outlined one. In the last row it is turned back; what then looks the same everywhere has moved exactly.</p>
            {shown.Select(Model)}
            """);
        return new Section("maps", "Feature maps under rotation", body);
    }

    private static Fragment Model(ReportModel model)
    {
        FeatureMotion motion = model.First.Pictures!.Motion;
        IEnumerable<Fragment> images = motion.Images.Select(
            (image, h) => TableMarkup.Cell(image.Show($"the galaxy in pose {motion.Poses[h]}")));
        IEnumerable<Fragment> back = motion.TurnedBack.Select((map, h) => Fragment.Of(
            $"<td>{map.Show($"the followed map of pose {motion.Poses[h]}, turned back")}<small>{Change(motion.Changes[h])}</small></td>"));
        return Fragment.Of(
            $"""
            <figure><h3>{model.Label}</h3>
            <div class="scroll"><table class="pictures">
            {TableMarkup.Head("", motion.Poses)}<tbody>
            {TableMarkup.Row("galaxy", images)}{motion.Channels.Select((_, g) => Channel(motion, g))}
            {TableMarkup.Row("turned back", back)}</tbody>
            </table></div>
            <figcaption>{Caption(model, motion)}</figcaption></figure>

            """);
    }

    private static Fragment Channel(FeatureMotion motion, int g)
    {
        string name = motion.Channels.Count == 1 ? "channel" : $"channel {motion.Channels[g]}";
        IEnumerable<Fragment> cells = motion.Maps[g].Select((map, h) => Fragment.Of(
            $"<td class=\"{(motion.Followed[h] == g ? "followed" : "")}\">{map.Show($"{name} of pose {motion.Poses[h]}")}</td>"));
        return TableMarkup.Row(name, cells);
    }

    private static string Caption(ReportModel model, FeatureMotion motion)
    {
        int poses = motion.Followed.Count(channel => channel is not null);
        double own = motion.Changes.Where((_, h) => motion.Followed[h] is not null).Max();
        string within = own < Rounding ? "rounding" : $"{Numbers.Percent(own)} of its largest value";
        string group = poses == 1
            ? $"{model.Name} shares no weights over poses: its maps are others in each pose, not the same ones turned."
            : $"{model.Name}: in the {poses} poses of {model.First.Pictures!.Filters.Group} the followed map changes by {within}.";
        return poses == motion.Poses.Count || poses == 1
            ? $"{group} Below: the largest change, in parts of the map's largest value."
            : $"{group} In the other {motion.Poses.Count - poses}, which the group does not have, nothing is outlined.";
    }

    private static string Change(double change) => change < Rounding ? "0" : Numbers.Percent(change);
}
