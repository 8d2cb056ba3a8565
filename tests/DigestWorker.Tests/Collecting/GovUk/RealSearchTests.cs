using DigestWorker.Collecting.GovUk;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.GovUk;

/// <summary>Bodies in the shape of GOV.UK's search, with its oddities.</summary>
public sealed class RealSearchTests
{
    private static readonly DateTimeOffset Now = new StoppedClock().GetUtcNow();

    [Theory]
    [InlineData("search", 23)]
    [InlineData("made", 4)]
    public void Every_result_is_an_entry(string folder, int files)
    {
        var lists = Real.Answers("govuk", folder).Select(body => SearchBody.Parse(body.Answer, Now)).ToList();

        Assert.Equal(files, lists.Count);
        Assert.All(lists, list => Assert.Equal(list.Listed, list.Entries.Count));
        Assert.All(lists, list => Assert.Empty(list.Remarks));
        Assert.All(lists.SelectMany(list => list.Entries), entry => Assert.StartsWith("https://www.gov.uk/", entry.Url!.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public void An_announcement_carries_no_change_note_and_a_translation_its_language()
    {
        var entries = Real.Answers("govuk", "made").SelectMany(body => SearchBody.Parse(body.Answer, Now).Entries).ToList();

        Assert.Contains(entries, entry => entry.Announcement is not null);
        Assert.All(entries, entry => Assert.Equal(entry.DocumentType!.EndsWith("_announcement", StringComparison.Ordinal), entry.Announcement is not null));
        Assert.All(entries.Where(entry => entry.Announcement is not null), entry => Assert.Empty(entry.ChangeNotes));
        Assert.Equal(2, entries.Count(entry => entry.GlobalId!.EndsWith("/ar", StringComparison.Ordinal) || entry.GlobalId.EndsWith("/ur", StringComparison.Ordinal)));
        Assert.Contains(entries, entry => entry is { DocumentType: "statutory_guidance", ChangeNotes: [_], Updated.Precision: DatePrecision.Instant });
    }
}
