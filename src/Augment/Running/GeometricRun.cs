namespace GCnn.Augment;

/// <summary>The neighbouring geometric steps that are one resample.</summary>
internal static class GeometricRun
{
    /// <summary>
    /// Where the run ends that begins at a geometric step: as far as steps may be composed and agree how to read the image. A run in which
    /// no step reads between pixels ends at once, so that each moves its pixels exactly.
    /// </summary>
    public static int End(DrawnStep[] steps, int first, out Sampling sampling)
    {
        var step = (GeometricAugmentation)steps[first].Step;
        Sampling alone = step.Sampling, all = alone;
        int end = first + 1;
        while (step.Joints.HasFlag(Joints.After) && end < steps.Length && steps[end].Step is GeometricAugmentation next
            && next.Joints.HasFlag(Joints.Before) && all.Join(next.Sampling) is Sampling joined)
        {
            (step, all) = (next, joined);
            end++;
        }

        sampling = all.Interpolation is null ? alone : all;
        return all.Interpolation is null ? first + 1 : end;
    }

    /// <summary>The placement of one sample by the geometric steps from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public static Placement Place(IReadOnlyList<DrawnStep> steps, int first, int end, ImageSize before)
    {
        var placement = Placement.Unmoved(before);
        for (int i = first; i < end; i++)
        {
            if (steps[i].Step is GeometricAugmentation step)
            {
                placement = placement.Then(step.Place(steps[i].Parameters, placement.After));
            }
        }

        return placement;
    }
}
