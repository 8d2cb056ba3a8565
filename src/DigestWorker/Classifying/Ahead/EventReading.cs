using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>Reads what a sentence says of its day: the cue that stands nearest to it decides.</summary>
internal static partial class EventReading
{
    // From the right, so that the cue nearest to the day is met first.
    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft;

    public static EventType? Of(DatedSentence sentence, EventSubject subject)
    {
        // "The standards from 2018" is a name more often than a date.
        var ofRules = sentence.Date.Precision != DatePrecision.Year && (subject.Rules || EventSubject.SpeaksOfRules(sentence.Text));
        (EventType Type, Match Cue)[] cues =
        [
            .. subject.AsksForAnswers ? [(EventType.Closes, Closes().Match(sentence.Marked))] : Array.Empty<(EventType, Match)>(),
            (EventType.Published, Published().Match(sentence.Marked)),
            (EventType.InForce, InForce().Match(sentence.Marked)),
            .. ofRules
                ? [(EventType.Ends, Ends().Match(sentence.Marked)), (EventType.Due, Due().Match(sentence.Marked)), (EventType.InForce, InForceOfRules().Match(sentence.Marked))]
                : Array.Empty<(EventType, Match)>(),
        ];
        return cues.Where(cue => cue.Cue.Success).OrderByDescending(cue => cue.Cue.Index).Select(cue => (EventType?)cue.Type).FirstOrDefault();
    }

    /// <summary>True for "postponed from @ to ~", which leaves the day.</summary>
    public static bool MovesAway(DatedSentence sentence) => FromThis().IsMatch(sentence.Marked);

    /// <summary>True for "postponed from ~ to @".</summary>
    public static bool MovesFromEarlier(DatedSentence sentence) => FromEarlier().IsMatch(sentence.Before);

    [GeneratedRegex(EventCues.InForce, Usual, Pattern.Limit)]
    private static partial Regex InForce();

    [GeneratedRegex(EventCues.InForceOfRules, Usual, Pattern.Limit)]
    private static partial Regex InForceOfRules();

    [GeneratedRegex(EventCues.Closes, Usual, Pattern.Limit)]
    private static partial Regex Closes();

    [GeneratedRegex(EventCues.Published, Usual, Pattern.Limit)]
    private static partial Regex Published();

    [GeneratedRegex(EventCues.Due, Usual, Pattern.Limit)]
    private static partial Regex Due();

    [GeneratedRegex(EventCues.Ends, Usual, Pattern.Limit)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:extended|postponed|delayed|deferred|moved|pushed back|put back|brought forward|changed)\b[^@~;]{0,40}\bfrom @,? (?:to|until)\b|\b(?:instead of|rather than) @",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex FromThis();

    [GeneratedRegex(@"\b(?:from|instead of|rather than|not) ~,? (?:to|until|but)(?: on)? $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex FromEarlier();
}
