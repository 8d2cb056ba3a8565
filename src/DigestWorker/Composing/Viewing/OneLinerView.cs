using DigestWorker.Composing.Wording;

namespace DigestWorker.Composing.Viewing;

/// <summary>One release for which there is no room in full.</summary>
internal sealed record OneLinerView(int Number, string Title, string? Link, string Publisher, string Date, string Because)
{
    public static OneLinerView Of(SelectedRelease selected, int number)
    {
        var lead = selected.Release.Lead;
        return new OneLinerView(
            number,
            EntryNames.Title(lead),
            WebLink.Of(lead.Entry.Url),
            EntryNames.Publisher(lead),
            DateWords.Of(lead.Entry),
            selected.Because.Count == 0 ? "" : selected.Because[0]);
    }
}
