using System.Reflection;
using System.Text.Json;

namespace GCnn.Augment;

/// <summary>A property of a record that stands in a file.</summary>
/// <param name="Property">The property.</param>
/// <param name="Parameter">The parameter of the record's constructor that gives it, if any.</param>
internal sealed record RecordProperty(PropertyInfo Property, ParameterInfo? Parameter)
{
    /// <summary>The name in a file.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(Property.Name);

    /// <summary>How its values are written and read.</summary>
    public ValueForm Form { get; } = ValueForm.Of(Property.PropertyType);

    /// <summary>Whether a file must give it.</summary>
    public bool IsRequired => Parameter is { HasDefaultValue: false };

    /// <summary>What the constructor takes where a file does not give it.</summary>
    public object? Default => Parameter?.DefaultValue
        ?? (Property.PropertyType.IsValueType ? Activator.CreateInstance(Property.PropertyType) : null);
}
