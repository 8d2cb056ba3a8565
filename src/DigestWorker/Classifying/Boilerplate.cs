namespace DigestWorker.Classifying;

/// <summary>Cuts what an outlet prints under everything: helplines, sign-ups, "about us", licences, cookie lines.</summary>
internal static class Boilerplate
{
    private const double Enough = 2;
    private const double AboutThePublisher = 1;

    private static readonly PhraseMatcher Cues = new([.. BoilerplateCues.All.Select(cue => cue.Phrase)]);

    /// <returns>The paragraphs that are left; all of them where nothing would be left.</returns>
    public static IReadOnlyList<string> Cut(IReadOnlyList<string> paragraphs, string publisher)
    {
        var first = 0;
        var end = paragraphs.Count;
        while (end > 0 && IsBoilerplate(paragraphs[end - 1], publisher))
        {
            end--;
        }

        while (first < end && IsBoilerplate(paragraphs[first], publisher))
        {
            first++;
        }

        return end == 0 ? paragraphs : [.. paragraphs.Take(first..end)];
    }

    private static bool IsBoilerplate(string paragraph, string publisher)
    {
        var cues = Cues.Find(paragraph).Select(hit => hit.Phrase).Distinct().Sum(cue => BoilerplateCues.All[cue].Weight);
        return cues > 0 && cues + (TellsAbout(publisher, paragraph) ? AboutThePublisher : 0) >= Enough;
    }

    private static bool TellsAbout(string publisher, string paragraph) =>
        publisher.Length > 0 && paragraph.IndexOf(publisher, StringComparison.OrdinalIgnoreCase) is >= 0 and <= 20;
}
