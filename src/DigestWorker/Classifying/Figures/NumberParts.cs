using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>Tells numbers that a sentence is about from those that it only mentions.</summary>
internal static partial class NumberParts
{
    private const int Reach = 50;

    public static NumberPart Of(string sentence, FoundNumber number)
    {
        var before = sentence.AsSpan(Math.Max(0, number.Start - Reach)..number.Start);
        var after = sentence.AsSpan(number.End..Math.Min(sentence.Length, number.End + Reach));
        return Part().IsMatch(before) ? NumberPart.Whole
            : Asking().IsMatch(before) || Asked().IsMatch(after) ? NumberPart.Sample
            : number.Unit == FigureUnit.Gbp && (Priced().IsMatch(before) || Each().IsMatch(after)) ? NumberPart.Price
            : before.EndsWith("(") ? NumberPart.InBrackets
            : NumberPart.Told;
    }

    // Without time limits, as those of NumberCues.
    [GeneratedRegex(@"\d (?:out )?of (?:the |all |more than |about |some )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?:asked|polled|surveyed|interviewed|questioned|spoke to|heard from|(?:survey|poll|sample|study|research|views|responses|answers|analysis)(?: \w+){0,2} (?:of|from|with|by|among)) (?:more than |over |almost |nearly |about |around |some |the )?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?: [\w'-]+){0,4} (?:(?:who |that )?(?:were |was )?(?:asked|surveyed|polled|tested|responded|replied|answered|took part|interviewed)|respondents)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:prices? (?:start|begin)s?(?: at| from)?(?: just| only)?|(?:for|from) (?:just|only)) $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Priced();

    [GeneratedRegex(@"^ (?:\+ ?vat\b|(?:plus|ex|excluding|including|inc) vat\b|per (?:user|delegate|licen[cs]e|ticket)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Each();
}
