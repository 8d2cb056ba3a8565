using System.Text;
using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Website;

public sealed class HostileCalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Titles =>
    [
        "Consultation\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil@example.org\r\nATTENDEE:mailto:victim@example.org",
        "Consultation\nATTACH:https://evil.example.org/\u2028x\u0085y",
        "\u202eevil\u202c z\u200be\u200dro \ue000why\ue001 \u0007\0",
        "a, b; c \\ d \\n e : \"f\" ^n",
        new string('x', 100_000),
        string.Concat(Enumerable.Repeat("👩‍👧子é, ", 12_500)),
        "half \ud83d a pair",
        "",
    ];

    [Theory, MemberData(nameof(Titles))]
    public void A_hostile_title_stays_one_value_of_one_event(string title)
    {
        var calendar = Calendar(title, title);

        var shown = Assert.Single(calendar.Events);
        Assert.Equal("release-1-closes-1@digest.example.org", shown("UID"));
        Assert.Equal("https://publisher.example.org/statistics/nrm-july-to-september-2026", shown("URL"));
        Assert.InRange(shown("SUMMARY").Length, 10, 250);
        Assert.InRange(shown("DESCRIPTION").Length, 10, 900);
        Assert.DoesNotContain(shown("SUMMARY") + shown("DESCRIPTION"), letter => letter is '\u202e' or '\u200b' or '\ue000' or '\0' or '\a' or '\u2028');
    }

    [Fact]
    public void Another_reader_of_calendars_sees_the_same_event()
    {
        var read = Assert.Single(Ical.Net.Calendar.Load(Text("👩‍👧 子, a; b \\ c ".PadRight(300, 'é'), "Closes.\nBEGIN:VEVENT"))!.Events);

        Assert.Equal(("release-1-closes-1@digest.example.org", 0, "CONFIRMED"), (read.Uid, read.Sequence, read.Status));
        Assert.Equal((true, new DateOnly(2026, 12, 14)), (read.IsAllDay, read.Start!.Date));
        Assert.StartsWith("Last day to respond: 👩👧 子, a; b \\ c éé", read.Summary, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", read.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Commas_semicolons_and_backslashes_come_back_as_they_were() =>
        Assert.Equal("Last day to respond: a, b; c \\ d: \"e\" (confirmed)", Assert.Single(Calendar("a, b; c \\ d: \"e\"", "Closes.").Events)("SUMMARY"));

    [Fact]
    public void A_sentence_that_the_digest_would_not_repeat_is_not_in_the_description() =>
        Assert.Equal("Confirmed.\nTold by Home Office.", Assert.Single(Calendar("Review", "The review of a 3-year-old child closes on 14 December.").Events)("DESCRIPTION"));

    [Fact]
    public void Without_quoting_no_word_of_the_source_is_in_the_description() =>
        Assert.Equal("Confirmed.\nTold by Home Office.", Assert.Single(Calendar("Consultation", "Closes on 14 December.", quoteWords: 0).Events)("DESCRIPTION"));

    private static Ics Calendar(string title, string quotation, int quoteWords = 60) => new(Encoding.UTF8.GetBytes(Text(title, quotation, quoteWords)));

    private static string Text(string title, string quotation, int quoteWords = 60)
    {
        var told = new UpcomingEvent(EventType.Closes, new DateOnly(2026, 12, 14), DatePrecision.Day, Certainty.Confirmed, quotation);
        var entry = An.Stored(An.Entry(title));
        var release = A.Release(1, entry with { Understanding = entry.Understanding with { Ahead = [told] } });
        var events = new CalendarChanges("digest.example.org", quoteWords, Now).Of([], ComingUp.Of(release));
        return CalendarText.Of("Safeguarding dates", events, []);
    }
}
