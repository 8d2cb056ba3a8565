using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Matching;

/// <summary>
/// Whether two entries with the same text are one release. Outlets reprint within weeks; but one publisher that says the
/// same words again days later tells of something new, such as next month's figures.
/// </summary>
internal static class SameText
{
    private const double ReprintDays = 60, RepostDays = 2;

    /// <returns>The reasons, in words; null where they are two releases.</returns>
    public static IReadOnlyList<string>? Join(TextTwin earlier, TextTwin later)
    {
        var days = Math.Abs((earlier.Day - later.Day).TotalDays);
        var samePublisher = string.Equals(earlier.Publisher, later.Publisher, StringComparison.OrdinalIgnoreCase);
        return days <= (samePublisher ? RepostDays : ReprintDays)
            ? [$"same text as {earlier.Publisher}", string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(days)} days apart")]
            : null;
    }
}
