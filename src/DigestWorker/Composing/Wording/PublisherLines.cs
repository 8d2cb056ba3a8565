using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Sentences that stand under every page of a publisher: who it is, and whom to ring when it is urgent.</summary>
internal static partial class PublisherLines
{
    public static bool Holds(string sentence, string publisher) =>
        TellsWhomToRing().IsMatch(sentence)
        || (publisher.Length > 0 && sentence.StartsWith(publisher, StringComparison.OrdinalIgnoreCase) && TellsWhatItIs().IsMatch(sentence.AsSpan(publisher.Length)));

    // It has to be said to the reader: "they call 999 at once" is part of a procedure.
    [GeneratedRegex(
        @"^(?:(?:If you (?:are|have|think|know|suspect)|In an emergency)\b.{0,200}\b(?:call|dial|ring)|(?:call|dial|ring)) (?:101|999)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex TellsWhomToRing();

    [GeneratedRegex(
        @"^(?: \([\w ]{1,20}\))? (?:is made up of|brings together|is a (?:registered )?charity|is a partnership of|is a company limited|is run by)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex TellsWhatItIs();
}
