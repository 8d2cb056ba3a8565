using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>A figure beside the one before it, in words.</summary>
/// <param name="Label">"Before", or "Corrected" where the source gave another figure for the same period.</param>
/// <param name="Care">Why the two should be compared with care; empty where nothing speaks against it.</param>
internal sealed record ComparisonView(string Label, string Text, string Care)
{
    public static ComparisonView Of(Comparison compared) => new(
        compared.Replaces ? "Corrected" : "Before",
        compared.Replaces
            ? $"now {SentenceCase.Within(compared.Now.Printed)} for {PeriodWords.Of(compared.Now.Period)}; {SentenceCase.Within(compared.Before.Printed)} was given earlier"
            : $"{SentenceCase.Within(compared.Now.Printed)} for {PeriodWords.Of(compared.Now.Period)}; {SentenceCase.Within(compared.Before.Printed)} for {PeriodWords.Of(compared.Before.Period)}",
        compared.Care ?? "");
}
