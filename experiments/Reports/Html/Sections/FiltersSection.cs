namespace GCnn.Experiments.Reports.Html;

/// <summary>The first filters of each model, in every pose of its group.</summary>
internal static class FiltersSection
{
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
            <p>The filters that meet the image, as colours: grey is zero, red, green and blue what raises the answer in that colour. A row
            is one learned filter and its turned and mirrored copies, which cost no weights; the largest filters are shown.</p>
            {shown.Select(Model)}
            """);
        return new Section("filters", "Filters and their orbits", body);
    }

    private static Fragment Model(ReportModel model)
    {
        FilterOrbits filters = model.First.Pictures!.Filters;
        return Fragment.Of(
            $"""
            <figure><h3>{model.Label}</h3>
            <div class="scroll">{(filters.Elements.Count == 1 ? Singles(filters) : Table(filters))}</div>
            <figcaption>{Caption(model, filters)}</figcaption></figure>

            """);
    }

    private static string Caption(ReportModel model, FilterOrbits filters)
    {
        string shown = filters.Orbits.Count < filters.Fields ? $"{filters.Orbits.Count} of {filters.Fields}" : $"{filters.Fields}";
        return filters.Elements.Count == 1
            ? $"{model.Name}: {shown} filters, each learned by itself."
            : $"{model.Name}: {shown} filters, each in the {filters.Elements.Count} poses of {filters.Group}.";
    }

    private static Fragment Table(FilterOrbits filters) => Fragment.Of(
        $"""
        <table class="pictures">{TableMarkup.Head("", filters.Elements)}<tbody>
        {filters.Orbits.Select((orbit, f) => Row(filters, orbit, f))}</tbody></table>
        """);

    private static Fragment Row(FilterOrbits filters, IReadOnlyList<LatticeImage> orbit, int number) => TableMarkup.Row(
        $"{number + 1}",
        orbit.Select((filter, h) => TableMarkup.Cell(filter.Show($"filter {number + 1} in pose {filters.Elements[h]}"))));

    private static Fragment Singles(FilterOrbits filters) => Fragment.Of(
        $"<div class=\"row\">{filters.Orbits.Select((orbit, f) => orbit[0].Show($"filter {f + 1}"))}</div>");
}
