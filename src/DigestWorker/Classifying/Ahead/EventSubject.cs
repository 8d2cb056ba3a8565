using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>What an entry speaks of as a whole, which decides what its dates can mean.</summary>
/// <param name="Rules">Guidance, law or requirements.</param>
/// <param name="AsksForAnswers">A consultation, a call for evidence or a survey.</param>
/// <param name="Proposes">What it says will happen is only proposed yet.</param>
internal sealed partial record EventSubject(bool Rules, bool AsksForAnswers, bool Proposes)
{
    public static EventSubject Of(Reading reading)
    {
        var head = string.Join('\n', reading.Passages.Where(passage => passage.Place is Place.Title or Place.Summary).Select(passage => passage.Text));
        return new EventSubject(
            SpeaksOfRules(head),
            reading.Passages.Any(passage => passage.Place != Place.Publisher && Asking().IsMatch(passage.Text)),
            Consulting().IsMatch(head) && !Decided().IsMatch(head));
    }

    public static bool SpeaksOfRules(string text) => Ruling().IsMatch(text);

    [GeneratedRegex("""
        \b(?:guidance|guidelines|rules?|regulations?|regulatory|regs|laws?|legal|legislation|acts?|statutory|requirements?|dut(?:y|ies)|frameworks?|standards|codes?|procedures?
        |polic(?:y|ies)|protocols?|arrangements|edition|advice|kcsie|eyfs|inspection|checks?|version|order|schedule|ban(?:ned)?|offences?)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Ruling();

    [GeneratedRegex(@"\b(?:consult(?:s|ing|ation|ations)?|calls? for (?:evidence|views)|have your say|your views|inquiry|draft)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:consult(?:s|ing|ation)?|proposals?|proposes|proposed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Consulting();

    [GeneratedRegex(@"\b(?:outcomes?|responses?|go(?:es)? ahead|withdrawn|following|after|confirm(?:s|ed)|takes? effect|comes? into force|appl(?:y|ies) from|final|for information)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Decided();
}
