using System.Text.Json;
using DigestWorker.Classifying.Documents;

namespace DigestWorker.Tests.Classifying.Documents;

public sealed class KnownDocumentsTests
{
    [Fact]
    public void Every_alias_leads_to_its_document_and_to_no_other()
    {
        var astray = Aliases().Where(row => !KnownDocuments.In(row.Alias).Select(place => place.Name).SequenceEqual([row.Name]));

        Assert.Empty(astray);
    }

    [Fact]
    public void An_alias_with_capitals_is_found_only_with_them()
    {
        Assert.Empty(KnownDocuments.In("they are working together on it"));
        Assert.NotEmpty(KnownDocuments.In("they apply Working Together to it"));
    }

    private static List<(string Alias, string Name)> Aliases()
    {
        using var stream = typeof(KnownDocuments).Assembly.GetManifestResourceStream("Documents/documents.json")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateArray().SelectMany(row =>
            row.GetProperty("aliases").EnumerateArray().Select(alias => (alias.GetString()!, row.GetProperty("name").GetString()!)))];
    }
}
