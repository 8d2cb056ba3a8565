using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages.MainParts;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>Makes entries of a page that lists them, or says why it cannot. Uses no network.</summary>
internal sealed class ListingParser(CollectingSettings settings, TimeProvider clock)
{
    public ReadResult Parse(Answer answer, PageRecipe recipe)
    {
        var remarks = new Remarks();
        try
        {
            using var page = HtmlPage.Of(answer, remarks);
            var parts = ListingParts.Of(page, recipe).Take(settings.MaxEntries + 1).ToList();
            return parts.Count == 0
                ? WithoutParts(page, recipe, answer.Validators)
                : WithParts(page, recipe, parts, remarks) is { Count: > 0 } entries
                    ? new ReadResult.Read(entries, remarks.ToList(), answer.Validators)
                    : new ReadResult.Failed($"the selector '{recipe.Item}' matched {parts.Count} elements of the page, but none has a title; write other selectors");
        }
        catch (UnreadablePageException fault)
        {
            return new ReadResult.Failed(fault.Message);
        }
    }

    private static ReadResult WithoutParts(HtmlPage page, PageRecipe recipe, Validators? validators)
    {
        var main = MainText.Of(page);
        return BlockedPage.Instead(page, main) is { } blocked ? blocked
            : EmptyListing.Says(main.Text) ? new ReadResult.Read([], [], validators)
            : new ReadResult.Failed(
                $"the selector '{recipe.Item}' matched nothing on the page '{page.Title}'; the page has changed, or the source needs other Selectors");
    }

    private IReadOnlyList<Entry> WithParts(HtmlPage page, PageRecipe recipe, List<ListingPart> parts, Remarks remarks)
    {
        if (parts.Count > settings.MaxEntries)
        {
            remarks.Add($"The selector '{recipe.Item}' matches more than {settings.MaxEntries} elements; only the first {settings.MaxEntries} were taken.");
        }

        var drafting = new ListingDraft(page, recipe);
        var reading = new EntryReading(clock.GetUtcNow(), remarks);
        var read = parts
            .Take(settings.MaxEntries)
            .Select((part, at) => (Part: part, Entry: reading.Read(drafting.Of(part), at + 1)))
            .Where(row => row.Entry is { Title.Length: > 0 })
            .ToList();

        if ((recipe.Date ?? recipe.DateHeading) is { } looked && read.Count > 0 && read.TrueForAll(row => row.Entry!.Published is null))
        {
            remarks.Add($"None of the {read.Count} entries has a date where the selector '{looked}' looks for one.");
        }

        return new ListingIds(page.Address).Give(
            [.. read.Select(row => row.Entry! with { Summary = drafting.Summary(row.Part), DocumentType = drafting.DocumentType(row.Part) })],
            [.. read.Select(row => row.Part.DateHeading is not null)]);
    }
}
