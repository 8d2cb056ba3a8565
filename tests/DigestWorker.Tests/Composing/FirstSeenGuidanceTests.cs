using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

/// <summary>Guidance always says what changed; where nobody can know that, it says what there is.</summary>
public sealed class FirstSeenGuidanceTests
{
    private const string NothingToCompare = "What changed: first time seen; there is no earlier text to compare it with.";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Guidance_that_is_seen_for_the_first_time_says_so()
    {
        Assert.Contains(NothingToCompare, Text(An.Stored(kind: Kind.Guidance)), StringComparison.Ordinal);
        Assert.DoesNotContain("What changed", Text(An.Stored(kind: Kind.Statistics)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_of_a_page_that_was_never_seen_before_is_told_without_a_guess()
    {
        var entry = An.Entry() with { Published = Day(2025, 9, 1), Updated = Day(2026, 11, 18) };

        Assert.Contains(
            "What changed: the update of 18 November 2026 came to us without a note. First time seen; there is no earlier text to compare it with.",
            Text(An.Stored(entry, kind: Kind.Guidance)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_note_that_the_publisher_gave_before_is_told_with_its_day()
    {
        var noted = An.Stored(kind: Kind.Guidance) with { Revisions = [new Revision(Monday.AddDays(-80), Substantive: true, "", "Added a section on nudes.")] };

        Assert.Contains(
            "What changed: first time seen; the publisher's last note, of 4 September 2026: Added a section on nudes.",
            Text(noted), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_was_withdrawn_or_seen_before_the_week_nothing_is_said()
    {
        Assert.DoesNotContain("What changed", Text(An.Stored(An.Entry() with { Withdrawn = "" }, kind: Kind.Guidance)), StringComparison.Ordinal);
        Assert.DoesNotContain("What changed", Text(An.Stored(kind: Kind.Guidance) with { FirstSeen = Monday.AddDays(-60) }), StringComparison.Ordinal);
    }

    private static string Text(StoredEntry entry) =>
        MailText.OfText(Composer.Compose(A.Request(A.Role(("modern-slavery", 2)), A.Release(1, entry))).Text);

    private static PublishedDate Day(int year, int month, int day) => new(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);
}
