using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Website;

/// <summary>A rendered digest as a page for everybody: no line and no link of a person.</summary>
internal static partial class PublicEdition
{
    private const string InPlaceOfPersonalLines = "This is the public copy of a digest that its subscribers get by email; replying is for them. It names none of them.";

    public static string Of(string html)
    {
        var impersonal = PersonalSlots.Fill(PersonalLink().Replace(html, ""), PersonalSlots.WhyYouGetThis, InPlaceOfPersonalLines);
        return ReadingPage.Of(Slot().Replace(impersonal, ""));
    }

    [GeneratedRegex(@"<a\b[^>\uE000]*\uE000[^>]*>.*?</a>(?:<br>)?", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex PersonalLink();

    [GeneratedRegex(@"\uE000[^\uE001]*\uE001", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
