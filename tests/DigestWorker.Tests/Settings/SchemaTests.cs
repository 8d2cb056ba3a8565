using System.Text.Json;
using System.Text.Json.Nodes;
using DigestWorker.Settings;
using DigestWorker.Settings.Reading;
using DigestWorker.Tests.Support;
using Json.Schema;

namespace DigestWorker.Tests.Settings;

/// <summary>appsettings.schema.json against the options types and against the program's own word on files.</summary>
public sealed class SchemaTests : IDisposable
{
    /// <summary>Set to anything, it lets the first test write the schema anew.</summary>
    private const string WriteAnew = "WRITE_SCHEMA";

    private static readonly string Committed = Path.Combine(Folders.Repository, SettingsSchema.File);

    private static readonly JsonSchema Schema = JsonSchema.FromFile(Committed);

    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_committed_schema_is_that_of_the_options_types()
    {
        var schema = SchemaWriter.Write();
        if (Environment.GetEnvironmentVariable(WriteAnew) is not null)
        {
            File.WriteAllText(Committed, schema);
        }

        Assert.True(
            schema == File.ReadAllText(Committed),
            $"The options types say otherwise than {SettingsSchema.File}. Write it anew and look at the change: {WriteAnew}=1 dotnet test --filter SchemaTests");
    }

    [Fact]
    public void The_program_prints_the_committed_schema() => Assert.Equal(File.ReadAllText(Committed), SettingsSchema.Text());

    [Theory, MemberData(nameof(Shipped))]
    public void Editors_find_no_fault_in_what_is_shipped(string file)
    {
        Assert.Empty(Faults(File.ReadAllText(Path.Combine(Folders.Repository, file))));
    }

    public static TheoryData<string> Shipped =>
        ["appsettings.json", .. Directory.EnumerateFiles(Path.Combine(Folders.Repository, "docs", "examples"), "*.json").Select(file => $"docs/examples/{Path.GetFileName(file)}")];

    [Theory]
    [InlineData("""{ "Sorces": [] }""")]
    [InlineData("""{ "Web": { "Port": 5 } }""")]
    [InlineData("""{ "Sources": {} }""")]
    [InlineData("""{ "Sources": [{ "Name": "A" }] }""")]
    [InlineData("""{ "Sources": [{ "Url": "https://example.org/" }] }""")]
    [InlineData("""{ "Sources": [{ "Name": "A", "Url": "https://example.org/", "Kind": "fed" }] }""")]
    [InlineData("""{ "Subscribers": [{ "Roles": ["police"] }] }""")]
    [InlineData("""{ "Subscribers": [{ "Email": "lead@example.org" }] }""")]
    [InlineData("""{ "Organisations": { "board": {} } }""")]
    [InlineData("""{ "Delivery": { "Smtp": { "Port": 0 } } }""")]
    [InlineData("""{ "Delivery": { "Smtp": { "Security": "Tls" } } }""")]
    [InlineData("""{ "Delivery": { "HasBounceMailbox": true } }""")]
    [InlineData("""{ "Collecting": { "Concurrency": 900 } }""")]
    [InlineData("""{ "Topics": { "send": { "Phrases": { "ehcp": 11 } } } }""")]
    [InlineData("""{ "Topics": { "send": { "Sensitive": 1 } } }""")]
    [InlineData("""{ "Digest": { "Title": 5 } }""")]
    public void What_the_schema_marks_the_program_refuses_too(string json)
    {
        Assert.NotEmpty(Faults(json));
        Assert.NotEmpty(_folder.Refuse(json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Delivery": { "ReplyTo": null, "Smtp": { "User": null } } }""")]
    [InlineData("""{ "Topics": { "gaming": { "Name": "Gaming", "Phrases": { "loot box": 2.5 } } }, "Sources": [] }""")]
    [InlineData("""{ "$schema": "./appsettings.schema.json", "Roles": { "librarian": { "Name": "librarians", "Topics": { "send": 1 } } } }""")]
    public void What_the_program_takes_the_schema_takes(string json)
    {
        _folder.Accept(json);

        Assert.Empty(Faults(json));
    }

    [Fact]
    public void Every_key_is_described_in_a_sentence() => Assert.All(Descriptions(JsonNode.Parse(SettingsSchema.Text())!), words => Assert.EndsWith(".", words, StringComparison.Ordinal));

    private static IEnumerable<string> Descriptions(JsonNode node) => node switch
    {
        JsonObject { } schema => (schema["properties"] as JsonObject ?? []).Select(property => property.Value!["description"]?.GetValue<string>() ?? $"{property.Key} has none")
            .Concat(schema.Where(pair => pair.Value is not null).SelectMany(pair => Descriptions(pair.Value!))),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Descriptions),
        _ => [],
    };

    internal static List<string> Faults(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var result = Schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Where(detail => !detail.IsValid).Select(detail => $"{detail.InstanceLocation} {string.Join(' ', detail.Errors?.Values.AsEnumerable() ?? [])}")];
    }
}
