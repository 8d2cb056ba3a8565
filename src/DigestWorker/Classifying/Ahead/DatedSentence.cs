using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>A sentence with one of its days ahead in view: that one stands as "@", its other dates as "~".</summary>
/// <param name="Earlier">The day that stands before it, as "from ~ to @" has it.</param>
internal sealed record DatedSentence(string Text, string Marked, ProseDate Date, DateOnly Day, DateOnly? Earlier)
{
    public string Before => Marked[..Marked.IndexOf('@', StringComparison.Ordinal)];

    public string After => Marked[(Marked.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <param name="written">When the sentence was written; null where nobody says, so that any day may be ahead.</param>
    public static IEnumerable<DatedSentence> Of(string sentence, DateOnly? written)
    {
        var plain = sentence.Replace('@', ' ').Replace('~', ' ');
        var dates = ProseDates.In(plain);
        return
            from date in dates
            let day = date.On(written)
            where day is not null && MayBeAhead(day.Value, date.Precision, written)
            let earlier = dates.LastOrDefault(other => other.Start < date.Start)?.On(written)
            select new DatedSentence(sentence, Mark(plain, dates, date), date, day.Value, earlier);
    }

    // A month or a year is ahead until it is over.
    private static bool MayBeAhead(DateOnly day, DatePrecision precision, DateOnly? written) =>
        written is null || (precision == DatePrecision.Day ? day : day.AddYears(1)) > written;

    private static string Mark(string plain, IReadOnlyList<ProseDate> dates, ProseDate shown)
    {
        var marked = plain;
        foreach (var date in dates.Reverse())
        {
            marked = string.Concat(marked.AsSpan(0, date.Start), date == shown ? "@" : "~", marked.AsSpan(date.Start + date.Length));
        }

        return marked;
    }
}
