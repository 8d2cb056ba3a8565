using System.Net;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>The page that leads to all public files.</summary>
/// <param name="Editions">Files in the folder of editions, by week and role.</param>
internal sealed record PublicIndex(
    string Title, IReadOnlyList<Role> Roles, IReadOnlyList<(string Name, string File)> Teams, IReadOnlyList<PublicIndex.EditionFile> Editions)
{
    public sealed record EditionFile(EditionWeek Week, string Role, string Name);

    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0 auto;max-width:44rem;padding:1rem;font:1.05rem/1.6 Arial,Helvetica,sans-serif;color:#16202a;background-color:#ffffff}
        a{color:#0b57a4}.skip{position:absolute;left:-9999px}.skip:focus{position:static}
        @media (prefers-color-scheme:dark){body{color:#eceff2;background-color:#14191e}a{color:#9bcbff}}
        @media print{.skip{display:none}body{color:#000000;background-color:#ffffff}a{color:#000000}}
        """;

    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(Title)}: editions, feeds and calendars</title>
        {string.Join('\n', Roles.Select(role => $"""<link rel="alternate" type="application/atom+xml" title="{Encode(role.Name)}" href="{PublicNames.Feed(role)}">"""))}
        <style>
        {Style}
        </style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <main id="content" tabindex="-1">
        <h1>{Encode(Title)}</h1>
        <p>Statistics releases and guidance updates on safeguarding, chosen by software for each role from public sources.</p>
        {string.Join('\n', Editions.GroupBy(edition => edition.Week).OrderByDescending(week => week.Key.Monday).Select(Week))}
        {Section("Feeds", "What is new, for a feed reader.", Roles.Select(role => Link(PublicNames.Feed(role), $"Feed for {role.Name}")))}
        {Section("Calendars", "Days ahead that sources name: subscribe to the address in your calendar.", Calendars())}
        </main>
        </body>
        </html>

        """;

    private IEnumerable<string> Calendars() =>
        Roles.Select(role => Link(PublicNames.Calendar(role), $"Calendar for {role.Name}"))
            .Concat(Teams.OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase).Select(team => Link(team.File, $"Calendar of {team.Name}")));

    private string Week(IGrouping<EditionWeek, EditionFile> week) => Section(
        $"Week to {DateWords.WithWeekday(week.Key.Sunday)}",
        "The digest of this week as a page to read, print or pass on.",
        week.OrderBy(edition => RoleName(edition.Role), StringComparer.OrdinalIgnoreCase)
            .Select(edition => Link($"editions/{edition.Name}", $"Digest for {RoleName(edition.Role)}, week to {DateWords.Full(week.Key.Sunday)}")));

    // A role may have left the settings since.
    private string RoleName(string id) => Roles.FirstOrDefault(role => role.Id == id)?.Name ?? id.Replace('-', ' ');

    private static string Section(string heading, string about, IEnumerable<string> links) => $"""
        <h2>{heading}</h2>
        <p>{about}</p>
        <ul>
        {string.Join('\n', links)}
        </ul>
        """;

    private static string Link(string file, string words) => $"<li><a href=\"{Encode(file)}\">{Encode(words)}</a></li>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
