using System.Text.Json;
using System.Text.Json.Serialization;
using DigestWorker.Classifying.Changes;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying.Changes;

/// <summary>DfE's real list of statistics over three years: states by date, and every change between more states than are kept.</summary>
internal static class FindStatistics
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static string Folder => Path.Combine(Folders.Shared, "real", "html", "ees-find-statistics");

    public static IReadOnlyList<State> States() =>
        [.. Directory.EnumerateFiles(Folder, "20*.json").Order(StringComparer.Ordinal).Select(State.Read)];

    public static IEnumerable<Event> Events(string kind) =>
        File.ReadLines(Path.Combine(Folder, "changes.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Event>(line, Json)!)
            .Where(change => change.Kind == kind);

    internal sealed record Line(string PublicationTitle, string PublicationSummary, string Published)
    {
        public VersionText Version => Changes.Version.Line(PublicationTitle, PublicationSummary, Published);
    }

    internal sealed record State(string Name, IReadOnlyDictionary<string, Line> Lines)
    {
        public static State Read(string file) => new(
            Path.GetFileNameWithoutExtension(file),
            JsonSerializer.Deserialize<Line[]>(File.ReadAllText(file), Json)!.ToDictionary(line => line.PublicationTitle, StringComparer.Ordinal));
    }

    /// <param name="Seen">The day of the first state that shows the change.</param>
    internal sealed record Event(
        string Seen, [property: JsonPropertyName("event")] string Kind, string Title, string Published, string PreviousPublished)
    {
        /// <summary>With the words of the last kept state before and of the first one since; where the line is in one of them only, with those.</summary>
        public Change Describe(IReadOnlyList<State> states)
        {
            var before = WordsIn(states.LastOrDefault(state => string.CompareOrdinal(state.Name, Seen) < 0));
            var after = WordsIn(states.FirstOrDefault(state => string.CompareOrdinal(state.Name, Seen) >= 0));
            return ChangeDescriber.Describe(
                Version.Line(Title, before ?? after ?? "", PreviousPublished), Version.Line(Title, after ?? before ?? "", Published));
        }

        private string? WordsIn(State? state) => state?.Lines.GetValueOrDefault(Title)?.PublicationSummary;
    }
}
