using DigestWorker.Domain;
using DigestWorker.Pipeline.Explaining;

namespace DigestWorker.Cli;

/// <summary>What becomes of a release in a digest, in one sentence with the next step where there is one.</summary>
internal static class FateWords
{
    public static string Of(Explanation explained) => explained.Fate switch
    {
        DigestFate.In => In(explained),
        DigestFate.NotActive => "Nothing is sent to this subscriber; 'subscribers show' says since when.",
        DigestFate.Paused => "The subscriber has paused the digest; the next one covers the time.",
        DigestFate.QuietDays => "All teams that subscribe this person want no digest today; the next one covers the time.",
        DigestFate.CoveredLater => "A digest of a later edition has covered the time of this one already; --week names another.",
        DigestFate.AlreadySent => $"It was sent already, in {string.Join(" and ", explained.SentIn)}, and has not changed in substance since.",
        DigestFate.NeverNews => Never(explained.Release),
        DigestFate.BeforeWindow => Before(explained),
        DigestFate.AfterWindow => "It became news after this edition's end; a later edition holds it if it is wanted then.",
        DigestFate.NoRole => "None of the subscriber's roles is in the settings; 'subscribers show' lists them.",
        DigestFate.MutedWord => "Its title has a word that the subscriber leaves out.",
        DigestFate.MutedTopics => "It is about nothing but topics that the subscriber leaves out.",
        DigestFate.NoRoleWants => "No role of the subscriber wants it.",
        DigestFate.NoRoom => $"It is wanted and ranks at place {explained.Place!.Rank}, beyond the room of the digest.",
        _ => "The digest went without it, and would hold it by what is known and set now.",
    };

    private static string In(Explanation explained) => explained switch
    {
        { IsKept: true, Place: { } place } => $"It stands at place {place.Rank} of the digest that was composed.",
        { Place: { InFull: true } place } => $"It stands at place {place.Rank}, in full.",
        _ => $"It stands at place {explained.Place!.Rank}, as a one-liner.",
    };

    private static string Never(Release release) => release.Entries.Any(entry => entry.Entry.Announcement is not null)
        ? "It is announced for a later day and is no news before."
        : "Its source held it at the first reading, and it has no date, so it counts as known before.";

    private static string Before(Explanation explained) => explained.Release.Entries.Any(entry => entry.NewsAt < entry.FirstSeen)
        ? "It is too old: its source held it at the first reading (or in a flood), so it counts by its own date, which is before the time that the digest covers."
        : "It is too old: it became news before the time that the digest covers.";
}
