using DigestWorker.Classifying.Changes;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying.Changes;

/// <summary>Versions of a page of local procedures, and of a line in a list of statistics.</summary>
internal static class Version
{
    public static VersionText Of(string text, string title = "Referrals to children's social care") => new(title, text, null, null);

    public static VersionText Line(string title, string text, string published) =>
        new(title, text, On(published), null, IsStanding: true);

    public static PublishedDate On(string day) =>
        new(new DateTimeOffset(DateOnly.ParseExact(day, ["yyyy-MM-dd", "d MMM yyyy"], System.Globalization.CultureInfo.InvariantCulture), default, TimeSpan.Zero), DatePrecision.Day);

    public static ChangeNote Note(string text) => new(new DateTimeOffset(2025, 11, 19, 9, 30, 0, TimeSpan.Zero), text);
}
