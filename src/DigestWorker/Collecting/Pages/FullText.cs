using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages.MainParts;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages;

/// <summary>Where a feed gives only summaries, fetches the pages of new entries for their text: a few at each read, one after the other.</summary>
internal sealed class FullText(SourceFetcher fetcher)
{
    public const int MostPages = 20;

    private const int LongestText = 200_000;

    /// <param name="isWanted">False for an entry whose text is stored: a page is fetched once, and once more for each update that its publisher tells.</param>
    /// <returns>The same entries in the same order, those whose page could be read with their content.</returns>
    public async Task<ReadResult.Read> FillAsync(
        Source source, ReadResult.Read read, Func<Entry, bool> isWanted, CancellationToken cancellationToken)
    {
        var remarks = new Remarks();
        var entries = read.Entries.ToArray();
        var lacking = Enumerable.Range(0, entries.Length)
            .Where(at => entries[at] is { Content: "", Url: { } url } && LinkedPage.MayBeFetched(source.Url, url) && isWanted(entries[at]))
            .ToList();
        foreach (var at in lacking.Take(MostPages))
        {
            entries[at] = await FillAsync(entries[at], remarks, cancellationToken);
        }

        if (lacking.Count > MostPages)
        {
            remarks.Add($"The pages of {lacking.Count} entries were wanted for their text; {MostPages} were fetched.");
        }

        return read with { Entries = entries, Remarks = [.. read.Remarks, .. remarks.ToList()] };
    }

    private async Task<Entry> FillAsync(Entry entry, Remarks remarks, CancellationToken cancellationToken)
    {
        var (text, fault) = await fetcher.FetchPageAsync(entry.Url!, since: null, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } => TextOf(entry.Url!, answer),
            FetchResult.Failed { Reason: var reason } => ("", reason),
            _ => ("", null),
        };
        if (fault is not null)
        {
            remarks.Add($"The page of '{Bounded.Line(entry.Title, 60)}' could not be read for its text: {fault}.");
        }

        return text.Length > entry.Summary.Length ? entry with { Content = Bounded.Text(text, LongestText) } : entry;
    }

    private static (string Text, string? Fault) TextOf(Uri asked, Answer answer)
    {
        if (HomePage.Instead(asked, answer.Address) is { Reason: var gone })
        {
            return ("", gone);
        }

        try
        {
            using var page = HtmlPage.Of(answer, new Remarks());
            var main = MainText.Of(page);
            return BlockedPage.Instead(page, main) is { Reason: var blocked } ? ("", blocked) : (main.Text, null);
        }
        catch (UnreadablePageException fault)
        {
            return ("", fault.Message);
        }
    }
}
