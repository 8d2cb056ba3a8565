namespace DigestWorker.Classifying.Ahead;

/// <summary>A sentence with one of its dates in view: that one stands as "@", the others as "~".</summary>
/// <param name="Earlier">The date that stands before it, as "from ~ to @" has it.</param>
internal sealed record DatedSentence(string Text, string Marked, ProseDate Date, ProseDate? Earlier)
{
    public string Before => Marked[..Marked.IndexOf('@', StringComparison.Ordinal)];

    public string After => Marked[(Marked.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public static IEnumerable<DatedSentence> Of(string sentence)
    {
        var plain = sentence.Replace('@', ' ').Replace('~', ' ');
        var dates = ProseDates.In(plain);
        return dates.Select((date, at) => new DatedSentence(sentence, Mark(plain, dates, date), date, at > 0 ? dates[at - 1] : null));
    }

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
