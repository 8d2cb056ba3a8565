using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting.Pages;

/// <summary>The Department for Education's list of statistics as it stood on 28 days, each written as the page that shows it.</summary>
internal static partial class StatisticsHistory
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<State> States() =>
        [.. Directory.GetFiles(Path.Combine(Folders.Shared, "real", "html", "ees-find-statistics"), "*.json")
            .OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)
            .Select(file => new State(SeenAt(Path.GetFileNameWithoutExtension(file)), JsonSerializer.Deserialize<Publication[]>(File.ReadAllText(file), SnakeCase)!))];

    // A second state of one day has a letter behind its date.
    private static DateTimeOffset SeenAt(string name) =>
        new DateTimeOffset(DateOnly.ParseExact(name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(9 + name.Length - 10, 0), TimeSpan.Zero);

    public static string ToPage(State state)
    {
        var page = new StringBuilder("""
            <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Find statistics and data - GOV.UK</title>
            <base href="https://explore-education-statistics.service.gov.uk/"></head><body>
            <header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
            <main id="main-content"><h1>Find statistics and data</h1><ul class="govuk-list" data-testid="publicationsList">
            """);
        foreach (var publication in state.Publications)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <li><h3><a class="govuk-link" href="/find-statistics/{publication.Slug}/latest-slug">{Html(publication.PublicationTitle)}</a></h3>
                <p>{Html(publication.PublicationSummary)}</p><dl>
                <div><dt>Release type</dt><dd>{Html(publication.ReleaseType)}</dd></div>
                <div><dt>Published</dt><dd><time>{publication.Published}</time></dd></div>
                <div><dt>Theme</dt><dd>{Html(publication.Theme)}</dd></div></dl></li>
                """);
        }

        return page.Append("</ul></main></body></html>").ToString();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    internal sealed record State(DateTimeOffset SeenAt, IReadOnlyList<Publication> Publications);

    internal sealed partial record Publication(string PublicationTitle, string PublicationSummary, string Published, string ReleaseType, string Theme)
    {
        public string Slug => NoLetters().Replace(PublicationTitle.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal), "-").Trim('-');

        [GeneratedRegex("[^a-z0-9]+")]
        private static partial Regex NoLetters();
    }
}
