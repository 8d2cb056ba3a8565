using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// What the schedule owes: the edition on its day, and on a later day of the week the same edition for whoever chose that day.
/// These wait in the database, so that a turn finds nothing to do where all is done, whatever people change meanwhile.
/// </summary>
/// <param name="lastDue">When the schedule had an edition due last before an instant; null where it never did.</param>
internal sealed class ComposeDue(
    DigestSettings settings,
    Editions editions,
    FindUnserved unserved,
    Waiting waiting,
    PublishEdition publish,
    Func<DateTimeOffset, DateTimeOffset?> lastDue,
    TimeProvider time)
{
    /// <param name="fired">When the edition was due.</param>
    public bool IsMissing(DateTimeOffset fired)
    {
        var week = EditionWeek.LastComplete(fired);
        return editions.IsComposed(week) ? WhoseDayHasCome(week, fired).Count > 0 : !IsTooLate(fired);
    }

    /// <summary>An edition that comes too late is left out, for those of a later day too, and the next digest covers its time.</summary>
    public void Run(DateTimeOffset fired, CancellationToken cancellationToken)
    {
        var week = EditionWeek.LastComplete(fired);
        if (editions.IsComposed(week))
        {
            Later(week, fired, cancellationToken);
        }
        else if (!IsTooLate(fired))
        {
            First(week, fired, cancellationToken);
        }
    }

    /// <summary>Whoever has composed an edition for everybody by hand after it was due has done what the schedule owed.</summary>
    public void DoneByHand(Edition edition)
    {
        var fired = lastDue(time.GetUtcNow());
        if (editions.IsComposed(edition.Week) || (fired is not null && EditionWeek.LastComplete(fired.Value).Monday < edition.Week.Monday))
        {
            return;
        }

        if (fired is { } due && EditionWeek.LastComplete(due) == edition.Week)
        {
            NoteLater(edition, due);
        }

        editions.Composed(edition, time.GetUtcNow());
    }

    private void First(EditionWeek week, DateTimeOffset fired, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var edition = publish.RunDue(week, subscriber => subscriber.Since < fired && Due(subscriber, fired) <= now, cancellationToken);
        NoteLater(edition, fired);
        editions.Composed(edition, now);
    }

    private void NoteLater(Edition edition, DateTimeOffset fired)
    {
        var now = time.GetUtcNow();
        waiting.Note(edition, [.. unserved.All(edition, subscriber => subscriber.Since < fired && Due(subscriber, fired) > now)
            .Select(subscriber => (subscriber.Id, WaitsFor.Weekday))]);
    }

    private static DateTimeOffset Due(Subscriber subscriber, DateTimeOffset fired) => DueDay.Of(fired, subscriber.Wishes.Weekday);

    private void Later(EditionWeek week, DateTimeOffset fired, CancellationToken cancellationToken)
    {
        var due = WhoseDayHasCome(week, fired);
        if (due.Count > 0)
        {
            var edition = publish.RunDue(week, subscriber => due.Contains(subscriber.Id), cancellationToken);
            waiting.End(edition, due);
        }
    }

    private HashSet<long> WhoseDayHasCome(EditionWeek week, DateTimeOffset fired) =>
        [.. waiting.ForWeekday(week)
            .Where(one => DueDay.Of(fired, one.Weekday) is var due && due <= time.GetUtcNow() && !IsTooLate(due))
            .Select(one => one.Id)];

    private bool IsTooLate(DateTimeOffset due) => time.GetUtcNow() - due > TimeSpan.FromDays(settings.Delivery.TooLateDays);
}
