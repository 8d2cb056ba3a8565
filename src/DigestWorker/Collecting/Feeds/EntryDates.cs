using DigestWorker.Collecting.Dates;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Reads the dates of entries and leaves out those that nobody can have meant.</summary>
internal sealed class EntryDates(DateTimeOffset now, Remarks remarks)
{
    private const int LongestShown = 60;

    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(400);

    /// <returns>The first of the dates that can be read and may be true.</returns>
    public PublishedDate? First(string entry, params ReadOnlySpan<FieldText> written)
    {
        foreach (var date in written)
        {
            if (!date.IsBlank && Plausible(PlainText.Of(date.Raw), entry) is { } plausible)
            {
                return plausible;
            }
        }

        return null;
    }

    private PublishedDate? Plausible(string written, string entry)
    {
        var date = WrittenDate.Read(written);
        var fault = date is null ? "cannot be read"
            : date.At < Earliest ? "is before 1990"
            : date.At > now + FurthestAhead ? "is more than 400 days ahead"
            : null;
        if (fault is not null)
        {
            remarks.Add($"The date '{Bounded.Line(written, LongestShown)}' of '{EntryReading.NameOf(entry)}' {fault} and was left out.");
        }

        return fault is null ? date : null;
    }
}
