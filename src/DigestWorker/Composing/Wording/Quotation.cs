using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>A source's sentence around a figure, harmless and of bounded length, with the figure in it.</summary>
internal static class Quotation
{
    private const int Longest = 240, Before = 100, LongestFigure = 40, LongestWord = 20;

    /// <summary>A sentence of a list loses the list's mark.</summary>
    public static string Of(string sentence) => Shortened.ToLength(Line(sentence), Longest);

    public static string Of(Figure figure)
    {
        var sentence = Line(figure.Quotation);
        var at = sentence.IndexOf(Printed(figure), StringComparison.Ordinal);
        if (sentence.Length <= Longest || at < Longest / 2)
        {
            return Cut(sentence, at + Printed(figure).Length);
        }

        var start = sentence.IndexOf(' ', at - Before) + 1;
        return "… " + Shortened.ToLength(sentence[Math.Min(start, at)..], Longest);
    }

    /// <summary>Where a long sentence has to be cut, it ends with a whole clause if it can, since half of one may say the contrary.</summary>
    private static string Cut(string sentence, int told)
    {
        var cut = Shortened.ToLength(sentence, Longest);
        var clause = cut.Length < sentence.Length ? cut.LastIndexOf(", ", StringComparison.Ordinal) : -1;
        return clause > Math.Max(told, Longest / 2) ? cut[..clause] + "…" : cut;
    }

    public static string Line(string sentence) => SafeText.Line(sentence.StartsWith("- ", StringComparison.Ordinal) ? sentence[2..] : sentence);

    /// <summary>A row of a table means nothing without the heads of its columns.</summary>
    public static bool IsTableRow(string sentence) => sentence.Contains(" | ", StringComparison.Ordinal);

    public static string Printed(Figure figure) => Shortened.ToLength(SafeText.Line(figure.Printed), LongestFigure);

    /// <summary>A string without spaces counts as many words as its length would make.</summary>
    public static int Words(string text) => Math.Max(text.Count(' ') + 1, text.Length / LongestWord);
}
