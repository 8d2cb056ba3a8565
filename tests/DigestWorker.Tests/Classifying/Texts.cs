using DigestWorker.Classifying;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying;

/// <summary>Entries as short as a test needs them.</summary>
internal static class Texts
{
    public static Entry Entry(string title, string summary = "", string content = "", string? documentType = null) =>
        new() { Title = title, Summary = summary, Content = content, DocumentType = documentType };

    public static Source Source(string publisher = "Example Publisher", string[]? topics = null, string[]? areas = null) =>
        new("example", SourceKind.Feed, new Uri("https://example.org/feed"), publisher, topics ?? [], areas ?? []);

    public static Reading Reading(string title, string summary = "", string content = "", string publisher = "Example Publisher") =>
        DigestWorker.Classifying.Reading.Of(Entry(title, summary, content), publisher);
}
