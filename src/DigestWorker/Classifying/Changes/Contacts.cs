using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>A phone number, mail address or web address in a text.</summary>
/// <param name="Name">What to call it: phone number, e-mail address, link.</param>
internal sealed record Contact(string Name, string Text, string Key);

internal static partial class Contacts
{
    public static IReadOnlyList<Contact> Of(string plain) => [.. Any().Matches(plain).Select(Read)];

    /// <summary>The text without them, so that no digit of a phone number counts as a figure.</summary>
    public static string Blanked(string plain) => Any().Replace(plain, " ");

    private static Contact Read(Match match) => match switch
    {
        _ when match.Groups["mail"].Success => new Contact("e-mail address", match.Value, match.Value.ToLowerInvariant()),
        _ when match.Groups["link"].Success => new Contact("link", match.Value, LinkKey(match.Value)),
        _ => new Contact("phone number", match.Value, string.Concat(match.Value.Where(char.IsDigit))),
    };

    private static string LinkKey(string link) => Scheme().Replace(link.ToLowerInvariant(), "").TrimEnd('/');

    [GeneratedRegex(
        @"(?<mail>\b[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
        + @"|(?<link>\b(?:https?://|www\.)[^\s<>""]*[^\s<>"".,;:!?)]|\b[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,3}\.(?:org|uk|com|net|gov|wales|scot|invalid)\b(?:/[^\s<>""]*[^\s<>"".,;:!?)])?)"
        + @"|(?<phone>(?<![\d,.£])(?:\+44 ?(?:\(0\) ?)?|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}\b|\b116 ?\d{3}\b|(?<=\b(?:call|dial|phone|ring|text|on|telephone|or) )(?:999|101|111|\d{5,6})\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Pattern.Limit)]
    private static partial Regex Any();

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Scheme();
}
