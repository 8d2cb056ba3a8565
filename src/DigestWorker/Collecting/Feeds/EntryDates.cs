using DigestWorker.Collecting.Dates;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Reads the dates of entries and leaves out those that nobody can have meant.</summary>
internal sealed class EntryDates(DateTimeOffset now, Remarks remarks)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(400);

    /// <param name="written">The dates that the entry gives for the same thing; the first that can be read counts.</param>
    public PublishedDate? First(IEnumerable<FieldText> written, string entry)
    {
        var dates = written.Select(date => PlainText.Of(date.Raw)).ToList();
        var read = dates.Select(WrittenDate.Read).FirstOrDefault(date => date is not null);
        if (read is null && dates.Count > 0)
        {
            remarks.Add($"The date '{Bounded.Line(dates[0], 60)}' of '{entry}' cannot be read and was left out.");
        }

        return read is null || IsPlausible(read, entry) ? read : null;
    }

    private bool IsPlausible(PublishedDate date, string entry)
    {
        var plausible = date.At >= Earliest && date.At <= now + FurthestAhead;
        if (!plausible)
        {
            remarks.Add($"The date {date.At:yyyy-MM-dd} of '{entry}' is {(date.At < Earliest ? "before 1990" : "more than 400 days ahead")} and was left out.");
        }

        return plausible;
    }
}
