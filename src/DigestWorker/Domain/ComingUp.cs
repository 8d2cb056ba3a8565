namespace DigestWorker.Domain;

/// <summary>An upcoming event of a release, told once whichever of its entries tell it.</summary>
/// <param name="Source">The entry that is believed: an official one, then who is sure, then who is more exact, then who was seen last.</param>
public sealed record ComingUp(UpcomingEvent Event, StoredEntry Source, Release Release)
{
    private static readonly TimeSpan SoonestMove = TimeSpan.FromDays(1);

    /// <returns>In the order of their days.</returns>
    public static IReadOnlyList<ComingUp> Of(Release release)
    {
        var told = release.Entries.SelectMany(entry => entry.Understanding.Ahead.Select(ahead => new ComingUp(ahead, entry, release)));
        return WithoutHandovers([.. told.GroupBy(one => one.Event.Type).SelectMany(type => ToldOnce([.. type.OrderByDescending(one => one.Belief)]))]);
    }

    private (bool Official, bool Sure, int Exactly, DateTimeOffset Seen) Belief =>
        (Source.PublisherType == BodyType.Official, Event.Certainty != Certainty.Provisional, -(int)Event.Precision, Source.LastSeen);

    private static List<ComingUp> ToldOnce(List<ComingUp> told)
    {
        var kept = new List<ComingUp>();
        foreach (var one in told)
        {
            var same = kept.FindIndex(better => better.IsSameAs(one));
            if (same < 0)
            {
                kept.Add(one);
            }
            else
            {
                kept[same] = kept[same].MovedSince(one);
            }
        }

        return kept;
    }

    // Two days of one entry are two events; the one day of each of two entries is one event that they disagree on.
    private bool IsSameAs(ComingUp other) =>
        Event.MayBeOn(other.Event) || (Source.Id != other.Source.Id && IsOnlyOne && other.IsOnlyOne);

    private bool IsOnlyOne => Source.Understanding.Ahead.Count(ahead => ahead.Type == Event.Type) == 1;

    private ComingUp MovedSince(ComingUp other) =>
        Event.MovedFrom is null && !Event.MayBeOn(other.Event) && Replaces(other)
            ? this with { Event = Event with { MovedFrom = other.Event.Day } }
            : this;

    // Other outlets may simply have been wrong.
    private bool Replaces(ComingUp other) =>
        Source.LastSeen - other.Source.LastSeen >= SoonestMove && Source.Publisher.Equals(other.Source.Publisher, StringComparison.OrdinalIgnoreCase);

    /// <summary>That the old rules end on the eve of the new ones says nothing new.</summary>
    private static IReadOnlyList<ComingUp> WithoutHandovers(List<ComingUp> told) =>
        [.. told.Where(one => one.Event.Type != EventType.Ends || !told.Exists(one.IsEveOf))
            .OrderBy(one => one.Event.Day).ThenBy(one => one.Event.Type)];

    private bool IsEveOf(ComingUp other) =>
        other.Event.Type == EventType.InForce && other.Event.Day.DayNumber - Event.Day.DayNumber is 0 or 1;
}
