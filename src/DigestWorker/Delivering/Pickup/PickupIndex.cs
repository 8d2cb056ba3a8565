using System.Globalization;
using System.Net;
using System.Text;

namespace DigestWorker.Delivering.Pickup;

/// <summary>Writes <c>index.html</c> beside the digests of a pickup folder, for the people who look at them.</summary>
internal static class PickupIndex
{
    public const string FileName = "index.html";

    /// <summary>Files are named after their edition, so the last names are the newest.</summary>
    private const int MostFiles = 2000;

    public static Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var files = Directory.CreateDirectory(folder).GetFiles("*.eml");
        var newest = files.OrderByDescending(file => file.Name, StringComparer.Ordinal).Take(MostFiles).Select(PickupFile.TryRead).ToList();
        var shown = newest
            .OfType<PickupFile>()
            .OrderByDescending(file => file.Date)
            .ThenBy(file => file.Recipient, StringComparer.Ordinal)
            .ThenBy(file => file.Name, StringComparer.Ordinal);
        var page = Page(string.Concat(shown.Select(Row)), Count(files.Length - newest.Count(file => file is null)));
        return WholeFile.WriteAsync(Path.Combine(folder, FileName), Encoding.UTF8.GetBytes(page), cancellationToken);
    }

    private static string Count(int files) => files switch
    {
        0 => "No digests here yet.",
        1 => "1 digest.",
        > MostFiles => string.Create(CultureInfo.InvariantCulture, $"{files:N0} digests, the newest {MostFiles:N0} of them below."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{files:N0} digests, newest first."),
    };

    private static string Row(PickupFile file) => $"""
        <tr><th scope="row"><a href="{Uri.EscapeDataString(file.Name)}">{Encode(file.Subject.Length > 0 ? file.Subject : file.Name)}</a></th>
        <td>{Encode(file.Recipient)}</td><td>{Encode(Date(file.Date))}</td><td class="number">{Size(file.Size)}</td></tr>

        """;

    private static string Date(DateTimeOffset? date) =>
        date?.ToString("d MMM yyyy, HH:mm (zzz)", CultureInfo.InvariantCulture) ?? "unknown";

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 1000.0):N0} kB");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Page(string rows, string count) => $$$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>Digests in this folder</title>
        <style>
        :root{color-scheme:light dark;--page:#eef2f5;--card:#fff;--ink:#16202a;--muted:#4a5560;--line:#d3dbe2;--link:#12395b}
        @media (prefers-color-scheme:dark){:root{--page:#101418;--card:#1a2026;--ink:#eceff2;--muted:#b9c3cc;--line:#3a444e;--link:#9bcbff}}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 Arial,Helvetica,sans-serif}
        header{background:#12395b;color:#fff;padding:20px 32px}
        h1{margin:0;font-size:24px;line-height:1.3}
        main{max-width:1000px;margin:24px auto;padding:8px 32px 24px;background:var(--card)}
        .scroll{overflow-x:auto}
        table{width:100%;border-collapse:collapse}
        caption{padding:12px 0;text-align:left;color:var(--muted)}
        th,td{padding:10px 16px 10px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:break-word}
        tbody th{font-weight:normal}
        thead th,td.number{white-space:nowrap}
        .number{text-align:right}
        a{color:var(--link)}
        a:focus-visible,.scroll:focus-visible{outline:3px solid #d9a400;outline-offset:2px}
        </style>
        </head>
        <body>
        <header><h1>Digests in this folder</h1></header>
        <main>
        <div class="scroll" role="region" aria-label="Digests" tabindex="0">
        <table>
        <caption>{{{count}}} Each opens in your mail program.</caption>
        <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Date</th><th scope="col" class="number">Size</th></tr></thead>
        <tbody>
        {{{rows}}}</tbody>
        </table>
        </div>
        </main>
        </body>
        </html>

        """;
}
