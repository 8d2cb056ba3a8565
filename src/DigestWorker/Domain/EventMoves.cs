namespace DigestWorker.Domain;

/// <summary>Which of an entry's events moved, between what it said before and what it says now.</summary>
public static class EventMoves
{
    public static IReadOnlyList<UpcomingEvent> Since(IReadOnlyList<UpcomingEvent> before, IReadOnlyList<UpcomingEvent> now, DateOnly today) =>
        [.. now.GroupBy(told => told.Type).SelectMany(type => OfType([.. before.Where(told => told.Type == type.Key)], [.. type], today))];

    private static IEnumerable<UpcomingEvent> OfType(List<UpcomingEvent> before, List<UpcomingEvent> now, DateOnly today)
    {
        var gone = before.FindAll(old => old.LastDay >= today && !now.Exists(told => told.MayBeOn(old)));
        var come = now.FindAll(told => !before.Exists(told.MayBeOn));

        // Where the numbers differ nobody can say which became which.
        var moves = gone.Count == come.Count ? come.Zip(gone).ToDictionary(pair => pair.First, pair => pair.Second.Day) : [];
        return now.Select(told => told with { MovedFrom = told.MovedFrom ?? From(told) });

        DateOnly? From(UpcomingEvent told) =>
            moves.TryGetValue(told, out var day) ? day : before.Find(told.MayBeOn)?.MovedFrom;
    }
}
