using System.Text.Json;

namespace GCnn.Augment;

/// <summary>How lists of one type are written and read.</summary>
internal static class ListForm<T>
{
    /// <summary>The form of lists.</summary>
    public static ValueForm Make()
    {
        var item = ValueForm.Of(typeof(T));
        return new ValueForm(
            $"a list, each item {item.Needs}",
            (text, value) =>
            {
                string before = "[";
                foreach (T each in (ValueList<T>)value)
                {
                    text.Append(before);
                    item.Write(text, each!);
                    before = ", ";
                }

                text.Append(before == "[" ? "[]" : "]");
            },
            (element, place) => element.ValueKind is JsonValueKind.Array ? Read(element, place, item) : null);
    }

    private static ValueList<T>? Read(JsonElement element, string place, ValueForm item)
    {
        List<T> items = [];
        foreach (JsonElement each in element.EnumerateArray())
        {
            if (item.Read(each, $"{place} {items.Count + 1}") is not T value)
            {
                return null;
            }

            items.Add(value);
        }

        return [.. items];
    }
}
