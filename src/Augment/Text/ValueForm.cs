using System.Text;
using System.Text.Json;
using GCnn.Groups;

namespace GCnn.Augment;

/// <summary>How values of one type are written in a file and read back.</summary>
/// <param name="Needs">What a file must hold, as the end of a sentence.</param>
/// <param name="Write">Writes a value.</param>
/// <param name="Read">Reads a value; null where the text is of another kind. The second argument says where it stands.</param>
internal sealed record ValueForm(string Needs, Action<StringBuilder, object> Write, Func<JsonElement, string, object?> Read)
{
    private static readonly ValueForm Number = new(
        "a number",
        (text, value) => text.Append(JsonText.Number((double)value)),
        (element, _) => JsonText.TryNumber(element, out double number) ? number : null);

    private static readonly ValueForm WholeNumber = new(
        "a whole number",
        (text, value) => text.Append((int)value),
        (element, _) => element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out int number) ? number : null);

    private static readonly ValueForm Truth = new(
        "true or false",
        (text, value) => text.Append((bool)value ? "true" : "false"),
        (element, _) => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : null);

    private static readonly ValueForm Range = new(
        "a number or a range [low, high]", WriteInterval, (element, place) => ReadInterval(element, place));

    private static readonly ValueForm Size = new(
        "a size [rows, columns] in whole numbers",
        (text, value) => text.Append('[').Append(((ImageSize)value).Rows).Append(", ").Append(((ImageSize)value).Columns).Append(']'),
        (element, place) => ReadPair(element, place) is (int rows, int columns) ? new ImageSize(rows, columns) : null);

    private static readonly ValueForm Pair = new(
        "a pair [a, b] of whole numbers",
        (text, value) => text.Append('[').Append((((int, int))value).Item1).Append(", ").Append((((int, int))value).Item2).Append(']'),
        (element, place) => ReadPair(element, place) is (int, int) pair ? pair : null);

    private static readonly ValueForm Group = new(
        "the name of a plane group: " + PlaneGroupName.Known,
        (text, value) => text.Append(JsonText.Quoted(PlaneGroupName.Of((PlaneGroup)value))),
        (element, _) => element.ValueKind is JsonValueKind.String ? PlaneGroupName.Parse(element.GetString()!) : null);

    private static readonly ValueForm Step = new(
        "an augmentation such as {\"kind\": \"flip\"}",
        (text, value) => JsonText.WriteStep(text, (Augmentation)value),
        (element, place) => element.ValueKind is JsonValueKind.Object ? JsonSteps.ReadStep(element, place) : null);

    /// <summary>The form of a type.</summary>
    /// <exception cref="NotSupportedException">The type has none: a programmer's mistake, which a test finds.</exception>
    public static ValueForm Of(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is Type value => Of(value),
        _ when type == typeof(double) => Number,
        _ when type == typeof(int) => WholeNumber,
        _ when type == typeof(bool) => Truth,
        _ when type == typeof(Interval) => Range,
        _ when type == typeof(ImageSize) => Size,
        _ when type == typeof((int, int)) => Pair,
        _ when type == typeof(PlaneGroup) => Group,
        _ when type == typeof(Augmentation) => Step,
        _ when type == typeof(ColourComponents) => OfRecord(type),
        { IsEnum: true } => OfEnum(type),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueList<>) => OfList(type.GetGenericArguments()[0]),
        _ => throw new NotSupportedException($"{type} has no form in a pipeline's text; add one to {nameof(ValueForm)}."),
    };

    /// <summary>Reads the value of a property, or says what it should have been.</summary>
    public object ReadAt(JsonElement element, string place, string property) => Read(element, $"{place}, {property}")
        ?? throw new PipelineException($"{place}: '{property}' is {JsonText.Shorten(element.GetRawText())}; it needs {Needs}.");

    private static ValueForm OfEnum(Type type)
    {
        var names = Enum.GetValues(type).Cast<object>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName($"{value}"));
        return new ValueForm(
            $"one of {string.Join(", ", names.Keys.Select(JsonText.Quoted))}",
            (text, value) => text.Append(JsonText.Quoted(names.First(pair => pair.Value.Equals(value)).Key)),
            (element, _) => element.ValueKind is JsonValueKind.String ? names.GetValueOrDefault(element.GetString()!) : null);
    }

    private static ValueForm OfRecord(Type type)
    {
        RecordForm form = new(type);
        string names = string.Join(", ", form.Properties.Select(property => property.Name));
        return new ValueForm(
            $"an object with {names}",
            (text, value) =>
            {
                text.Append('{');
                form.Write(text, value, first: true);
                text.Append('}');
            },
            (element, place) => element.ValueKind is JsonValueKind.Object ? form.Read(element, place) : null);
    }

    private static ValueForm OfList(Type item) =>
        (ValueForm)typeof(ListForm<>).MakeGenericType(item).GetMethod(nameof(ListForm<>.Make))!.Invoke(null, null)!;

    private static void WriteInterval(StringBuilder text, object value)
    {
        var interval = (Interval)value;
        text.Append(interval.Low == interval.High
            ? JsonText.Number(interval.Low)
            : $"[{JsonText.Number(interval.Low)}, {JsonText.Number(interval.High)}]");
    }

    private static Interval? ReadInterval(JsonElement element, string place)
    {
        if (JsonText.TryNumber(element, out double number))
        {
            return new Interval(number, number);
        }

        if (element.ValueKind is not JsonValueKind.Array || element.GetArrayLength() != 2
            || !JsonText.TryNumber(element[0], out double low) || !JsonText.TryNumber(element[1], out double high))
        {
            return null;
        }

        return low <= high
            ? new Interval(low, high)
            : throw new PipelineException(
                $"{place}: a range runs from its low end to its high end; it is given as [{low}, {high}]. Exchange the two.");
    }

    private static (int, int)? ReadPair(JsonElement element, string place) =>
        element.ValueKind is JsonValueKind.Array && element.GetArrayLength() == 2
        && WholeNumber.Read(element[0], place) is int first && WholeNumber.Read(element[1], place) is int second
            ? (first, second)
            : null;
}
