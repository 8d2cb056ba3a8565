using System.Net;
using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>The lines of a digest that differ from person to person, and how they get into a rendered profile.</summary>
internal static class PersonalLines
{
    /// <summary>How somebody came to get the digest, by own asking, by teams or by an admin, and when it comes.</summary>
    public static string Why(Subscriber subscriber)
    {
        string[] ways =
        [
            .. subscriber.AskedSince is { } asked ? [$"You subscribed yourself on {Day(asked)}."] : Array.Empty<string>(),
            .. TeamWords.Added(subscriber.AddedBy),
        ];
        return $"{(ways.Length == 0 ? $"You were added on {Day(subscriber.Since)} by the sender of this digest." : string.Join(' ', ways))} {Comes(subscriber.Wishes)}";
    }

    private static string Comes(Wishes wishes) => wishes.Weekday is { } day ? $"It comes on {day}s, as you chose." : "It comes once a week, as soon as it is ready.";

    /// <returns>By slot, for the text part: what those who came the same way have in common.</returns>
    public static IReadOnlyDictionary<string, string> InText(string why, string notice) =>
        Slots(TextLines.Wrap(why, "", "").TrimEnd('\n'), NoticeBox.InText(notice));

    /// <returns>The same for the HTML part.</returns>
    public static IReadOnlyDictionary<string, string> InHtml(string why, string notice) => Slots(WebUtility.HtmlEncode(why), NoticeBox.InHtml(notice));

    /// <returns>By slot, for both parts: what nobody else has.</returns>
    public static IReadOnlyDictionary<string, string> Alone(string token) => new Dictionary<string, string>(StringComparer.Ordinal) { [PersonalSlots.Token] = token };

    public static string FillText(string profile, OwnLines own) => Fill(profile, [.. InText(own.Why, own.Notice), .. Alone(own.Token)]);

    public static string FillHtml(string profile, OwnLines own) => Fill(profile, [.. InHtml(own.Why, own.Notice), .. Alone(own.Token)]);

    private static Dictionary<string, string> Slots(string why, string notice) => new(StringComparer.Ordinal)
    {
        [PersonalSlots.WhyYouGetThis] = why,
        [PersonalSlots.Notice] = notice,
    };

    private static string Fill(string profile, IEnumerable<KeyValuePair<string, string>> lines) =>
        lines.Aggregate(profile, (rendered, line) => PersonalSlots.Fill(rendered, line.Key, line.Value));

    private static string Day(DateTimeOffset instant) => DateWords.Full(DateWords.LondonDay(instant));
}
