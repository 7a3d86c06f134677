using System.Reflection;
using System.Text;
using System.Text.Json;

namespace GCnn.Augment;

/// <summary>How the properties of a record are written and read: those its constructor takes, then the others that can be set.</summary>
internal sealed class RecordForm
{
    private readonly ConstructorInfo _constructor;
    private readonly RecordProperty[] _given;
    private readonly RecordProperty[] _set;

    /// <summary>The form of a record, from its longest public constructor and its public properties.</summary>
    public RecordForm(Type record)
    {
        _constructor = record.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        PropertyInfo[] all = record.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        _given = Array.ConvertAll(_constructor.GetParameters(), parameter => new RecordProperty(
            Array.Find(all, p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))!, parameter));
        _set =
        [
            .. all.Where(p => p.SetMethod is { IsPublic: true } && Array.TrueForAll(_given, g => g.Property != p))
                .OrderBy(p => p.MetadataToken)
                .Select(p => new RecordProperty(p, null)),
        ];
    }

    /// <summary>All properties, in the order in which they are written.</summary>
    public IEnumerable<RecordProperty> Properties => _given.Concat(_set);

    /// <summary>Writes the properties that are not null, each after a comma unless it is the first.</summary>
    public void Write(StringBuilder text, object record, bool first)
    {
        foreach (RecordProperty property in Properties)
        {
            if (property.Property.GetValue(record) is object value)
            {
                text.Append(first ? "\"" : ", \"").Append(property.Name).Append("\": ");
                property.Form.Write(text, value);
                first = false;
            }
        }
    }

    /// <summary>Reads the record from an object's members; <c>kind</c> is not one of them.</summary>
    public object Read(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = Members(element, place);
        object?[] arguments = Array.ConvertAll(_given, property =>
            members.TryGetValue(property.Name, out JsonElement value) ? property.Form.ReadAt(value, place, property.Name)
            : property.IsRequired ? throw new PipelineException($"{place} needs the property '{property.Name}': {property.Form.Needs}.")
            : property.Default);
        (RecordProperty Property, object? Value)[] settings =
        [
            .. _set.Where(property => members.ContainsKey(property.Name))
                .Select(property => (property, (object?)property.Form.ReadAt(members[property.Name], place, property.Name))),
        ];
        object made = Guarded(place, () => _constructor.Invoke(arguments));
        Array.ForEach(settings, setting => Guarded(place, () =>
        {
            setting.Property.Property.SetValue(made, setting.Value);
            return made;
        }));
        return made;
    }

    private Dictionary<string, JsonElement> Members(JsonElement element, string place)
    {
        Dictionary<string, JsonElement> members = [];
        foreach (JsonProperty member in element.EnumerateObject().Where(member => member.Name != PipelineJson.KindProperty))
        {
            if (Properties.All(property => property.Name != member.Name))
            {
                string known = string.Join(", ", Properties.Select(property => property.Name));
                throw new PipelineException(
                    $"{place} has no property '{JsonText.Shorten(member.Name)}'; " +
                    $"{(known.Length > 0 ? $"its properties are {known}" : "it has none")}.");
            }

            if (!members.TryAdd(member.Name, member.Value))
            {
                throw new PipelineException($"{place} gives '{member.Name}' twice; leave one out.");
            }
        }

        return members;
    }

    /// <summary>Makes a record, and turns its refusal into a sentence that says where.</summary>
    private static object Guarded(string place, Func<object> make)
    {
        try
        {
            return make();
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException refusal)
        {
            throw new PipelineException($"{place}: {JsonText.SentenceOf(refusal)}", refusal);
        }
    }
}
