using System.Net;
using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>The lines of a digest that differ from person to person, and how they get into a rendered profile.</summary>
internal static class PersonalLines
{
    /// <summary>How somebody came to get the digest: by own asking, by teams, or by an admin.</summary>
    public static string Why(Subscriber subscriber)
    {
        string[] ways =
        [
            .. subscriber.AskedSince is { } asked ? [$"You subscribed yourself on {Day(asked)}."] : Array.Empty<string>(),
            .. TeamWords.Added(subscriber.AddedBy),
        ];
        return ways.Length == 0 ? $"You were added on {Day(subscriber.Since)}." : string.Join(' ', ways);
    }

    /// <returns>By slot, for the text part.</returns>
    public static IReadOnlyDictionary<string, string> InText(OwnLines own) =>
        Slots(TextLines.Wrap(own.Why, "", "").TrimEnd('\n'), NoticeBox.InText(own.Notice), own.Token);

    /// <returns>By slot, for the HTML part.</returns>
    public static IReadOnlyDictionary<string, string> InHtml(OwnLines own) =>
        Slots(WebUtility.HtmlEncode(own.Why), NoticeBox.InHtml(own.Notice), own.Token);

    public static string FillText(string profile, OwnLines own) => Fill(profile, InText(own));

    public static string FillHtml(string profile, OwnLines own) => Fill(profile, InHtml(own));

    private static Dictionary<string, string> Slots(string why, string notice, string token) => new(StringComparer.Ordinal)
    {
        [PersonalSlots.WhyYouGetThis] = why,
        [PersonalSlots.Notice] = notice,
        [PersonalSlots.Token] = token,
    };

    private static string Fill(string profile, IReadOnlyDictionary<string, string> lines) =>
        lines.Aggregate(profile, (rendered, line) => PersonalSlots.Fill(rendered, line.Key, line.Value));

    private static string Day(DateTimeOffset instant) => DateWords.Full(DateWords.LondonDay(instant));
}
