using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DigestWorker.Settings;
using DigestWorker.Settings.Checking;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Tests.Settings;

/// <summary>Turns the options types into the schema that editors read: draft-07, which all of them know.</summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatTheFileMayHold } },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, (JsonObject)node) };

    private static readonly FileSettings BuiltIn = SettingsLayers.Bind(SettingsTree.NewObject());

    public static string Write()
    {
        var body = (JsonObject)Options.GetJsonSchemaAsNode(typeof(FileSettings), Exporting);
        ((JsonObject)body["properties"]!).Insert(0, SettingsSchema.Key, new JsonObject
        {
            ["description"] = "Where editors find what this file may hold: \"./appsettings.schema.json\".",
            ["type"] = "string",
        });
        body.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        body.Insert(1, "title", "Settings of DigestWorker");
        return body.ToJsonString(Options) + "\n";
    }

    private static void KeepWhatTheFileMayHold(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(property => property.Set is null).ToList())
        {
            info.Properties.Remove(property);
        }
    }

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonObject schema)
    {
        RequireKeys(context.TypeInfo, schema);
        if (context.PropertyInfo?.AttributeProvider is PropertyInfo property)
        {
            Bound(schema, property.GetCustomAttribute<RangeAttribute>());
            Suggest(schema, property);
            Default(schema, property);
            schema.Insert(0, "description", property.GetCustomAttribute<DescriptionAttribute>()!.Description);
        }

        return schema;
    }

    private static void RequireKeys(JsonTypeInfo info, JsonObject schema)
    {
        var required = info.Properties.Where(property => property.AttributeProvider!.IsDefined(typeof(RequiredAttribute), inherit: false)).ToList();
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(property => JsonValue.Create(property.Name))]);
            foreach (var property in required.Where(property => property.PropertyType == typeof(string)))
            {
                schema["properties"]![property.Name]!["type"] = "string";
            }
        }
    }

    /// <summary>The range of a map is that of its values.</summary>
    private static void Bound(JsonObject schema, RangeAttribute? range)
    {
        if (range is not null)
        {
            var bounded = schema["additionalProperties"] as JsonObject ?? schema;
            bounded["minimum"] = JsonSerializer.SerializeToNode(range.Minimum);
            bounded["maximum"] = JsonSerializer.SerializeToNode(range.Maximum);
        }
    }

    /// <summary>Editors offer the built-in words, and take others where the admin may add some.</summary>
    private static void Suggest(JsonObject schema, PropertyInfo property)
    {
        if (property.Name == nameof(SourceSettings.Kind))
        {
            schema["enum"] = Words(SourceKinds.ByWord.Keys);
        }
        else if (property.Name == nameof(SourceSettings.Recipe))
        {
            Offer(schema, BuiltIn.Recipes.Keys);
        }
        else if (property.PropertyType == typeof(List<string>) && property.Name is "Topics" or "Roles")
        {
            Offer((JsonObject)schema["items"]!, property.Name == "Topics" ? BuiltIn.Topics.Keys : BuiltIn.Roles.Keys);
        }
        else if (property.DeclaringType == typeof(FileSettings) && property.Name is "Topics" or "Roles")
        {
            schema["propertyNames"] = Offer([], property.Name == "Topics" ? BuiltIn.Topics.Keys : BuiltIn.Roles.Keys);
        }
    }

    private static JsonObject Offer(JsonObject schema, IEnumerable<string> words)
    {
        schema["anyOf"] = new JsonArray(new JsonObject { ["enum"] = Words(words) }, new JsonObject { ["type"] = "string" });
        return schema;
    }

    private static void Default(JsonObject schema, PropertyInfo property)
    {
        var value = property.GetValue(Activator.CreateInstance(property.DeclaringType!));
        if (value is string or int or double or bool or Enum or List<string> { Count: > 0 })
        {
            schema["default"] = JsonSerializer.SerializeToNode(value, Options);
        }
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}
