using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace DigestWorker.Settings.Reading;

/// <summary>What a key of the settings may hold, read off the property that it is bound to.</summary>
internal sealed record Shape(Type Type, RangeAttribute? Range = null, bool MayBeLeftBlank = false)
{
    private static readonly ConcurrentDictionary<Type, OrderedDictionary<string, Shape>> MembersOf = new();

    public bool IsList => Is(typeof(List<>));

    public bool IsMap => Is(typeof(Dictionary<,>));

    public bool IsSection => Type is { IsClass: true, IsGenericType: false } && Type != typeof(string);

    /// <summary>The shape of a list's rows or of a map's values.</summary>
    public Shape Inner => this with { Type = Type.GetGenericArguments()[^1], MayBeLeftBlank = false };

    /// <summary>The keys of a section, in the order of its properties; their case is ignored.</summary>
    public OrderedDictionary<string, Shape> Members => MembersOf.GetOrAdd(Type, ReadMembers);

    private static OrderedDictionary<string, Shape> ReadMembers(Type section) => new(
        section.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => KeyValuePair.Create(property.Name, Of(property))),
        StringComparer.OrdinalIgnoreCase);

    private static Shape Of(PropertyInfo property) => new(
        property.PropertyType,
        property.GetCustomAttribute<RangeAttribute>(),
        property.PropertyType == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable);

    private bool Is(Type generic) => Type.IsGenericType && Type.GetGenericTypeDefinition() == generic;
}
