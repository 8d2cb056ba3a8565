using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Says of an edition that was due whether it is still to come; asks the database alone, since a look must be quick.</summary>
internal sealed class LateEditions(DigestSettings settings, Editions editions, TimeProvider time)
{
    // Before an edition is composed every source is read, politely.
    private static readonly TimeSpan InTime = TimeSpan.FromHours(1);

    /// <param name="fired">When the edition was due.</param>
    /// <returns>The edition of which nothing is composed in time; null where there is none, or nobody to get it.</returns>
    public EditionWeek? Late(DateTimeOffset fired) =>
        EditionWeek.LastComplete(fired) is var week && time.GetUtcNow() - fired > InTime && editions.IsLeftOut(week, fired) ? week : null;

    /// <summary>So late that the service does not compose it any more.</summary>
    public bool IsLeftOut(DateTimeOffset fired) => time.GetUtcNow() - fired > TimeSpan.FromDays(settings.Delivery.TooLateDays);
}
