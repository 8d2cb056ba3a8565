using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>One piece of evidence on one line: "the same figures: 5,653, 44% (+8.0)".</summary>
internal static class EvidenceText
{
    public static string Of(Evidence evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{evidence.What}{(evidence.Detail.Length > 0 ? ": " + evidence.Detail : "")} ({evidence.Weight:+0.0;-0.0})");
}
