using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace DigestWorker.Composing.Website;

/// <summary>Events as an iCalendar file (RFC 5545, its name and description by RFC 7986). Equal events give equal text.</summary>
internal static class CalendarText
{
    private const string Product = "-//DigestWorker//Safeguarding dates//EN";
    private const int MostWithoutDay = 20;

    private static readonly DateTime Known = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="withoutDay">What is ahead in a month or year of which no day is told.</param>
    public static string Of(string name, IReadOnlyList<PublishedEvent> events, IReadOnlyList<ComingUp> withoutDay)
    {
        var calendar = new Calendar { ProductId = Product, Method = CalendarMethods.Publish };
        AddTwice(calendar, "NAME", "X-WR-CALNAME", name);
        AddTwice(calendar, "DESCRIPTION", "X-WR-CALDESC", Describe(withoutDay));
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "P1D") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });
        calendar.AddProperty("X-PUBLISHED-TTL", "P1D");
        calendar.Events.AddRange(events.Select(ToEvent));
        if (events.Count == 0)
        {
            // A calendar must hold something (RFC 5545, 3.6).
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(EditionWeek.London.Id, Known, includeHistoricalData: false));
        }

        // The library would cut a character of two UTF-16 units in half.
        return FoldedLines.Of(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    // The second name is the one that calendar programs knew before the standard had one.
    private static void AddTwice(Calendar calendar, string name, string known, string value)
    {
        calendar.AddProperty(name, value);
        calendar.AddProperty(known, value);
    }

    private static string Describe(IReadOnlyList<ComingUp> withoutDay)
    {
        const string About = "Days ahead that public sources name. Check the source before you rely on one.";
        string[] lines = [.. withoutDay.Take(MostWithoutDay).Select(AheadWords.WithTitle)];
        return lines.Length == 0 ? About : $"{About} Not in this calendar, since no day is given yet:\n{string.Join('\n', lines)}";
    }

    private static CalendarEvent ToEvent(PublishedEvent shown) => new()
    {
        Uid = shown.Uid,
        Sequence = shown.Sequence,
        DtStamp = new CalDateTime(shown.ChangedAt.UtcDateTime),
        LastModified = new CalDateTime(shown.ChangedAt.UtcDateTime),
        Start = new CalDateTime(shown.Day),
        Summary = $"{EventWords.What(shown.Type)}: {shown.Title} ({Certain(shown.Certainty)})",
        Description = $"{Standing(shown.Certainty)}\n{shown.Told}",
        Url = shown.Link is null ? null : new Uri(shown.Link),
        Status = Status(shown.Certainty),
        Transparency = TransparencyType.Transparent,
    };

    private static string Certain(Certainty certainty) => certainty.ToString().ToLowerInvariant();

    private static string Standing(Certainty certainty) => certainty switch
    {
        Certainty.Confirmed => "Confirmed.",
        Certainty.Provisional => "Provisional: the day may still change.",
        _ => "Cancelled, or no longer told with a day.",
    };

    private static string Status(Certainty certainty) => certainty switch
    {
        Certainty.Confirmed => EventStatus.Confirmed,
        Certainty.Provisional => EventStatus.Tentative,
        _ => EventStatus.Cancelled,
    };
}
