using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace DigestWorker.Settings.Reading;

/// <summary>What a key of the settings may hold, read off the property that it is bound to.</summary>
internal sealed record Shape(Type Type, RangeAttribute? Range = null, bool MayBeLeftBlank = false)
{
    public bool IsList => Is(typeof(List<>));

    public bool IsMap => Is(typeof(Dictionary<,>));

    public bool IsSection => Type is { IsClass: true, IsGenericType: false } && Type != typeof(string);

    /// <summary>The shape of a list's rows or of a map's values.</summary>
    public Shape Inner => this with { Type = Type.GetGenericArguments()[^1], MayBeLeftBlank = false };

    public IReadOnlyList<string> Keys => [.. Properties.Select(property => property.Name)];

    private PropertyInfo[] Properties => Type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public Shape? Member(string key) =>
        Array.Find(Properties, property => property.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } property
            ? Of(property)
            : null;

    private static Shape Of(PropertyInfo property) => new(
        property.PropertyType,
        property.GetCustomAttribute<RangeAttribute>(),
        property.PropertyType == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable);

    private bool Is(Type generic) => Type.IsGenericType && Type.GetGenericTypeDefinition() == generic;
}
