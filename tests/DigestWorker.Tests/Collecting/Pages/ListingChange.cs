using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Pages;

internal enum ListingChangeKind
{
    Added,
    DateMoved,
    Reworded,
    Removed,
}

/// <param name="Entry">As it stands now or, where it was removed, as it stood last.</param>
/// <param name="Before">Null for one that was added.</param>
internal sealed record ListingChange(ListingChangeKind Kind, Entry Entry, Entry? Before)
{
    private const int FewestDaysOfPeriod = 14, Week = 7;

    /// <summary>Days that the date moved, backwards if negative; zero where it stayed.</summary>
    public int DaysMoved => (Entry.Published, Before?.Published) is ({ } now, { } then) ? (int)Math.Round((now.At - then.At).TotalDays) : 0;

    /// <summary>True where the date moved on by a period, so that something new came out.</summary>
    public bool IsNextPeriod => Kind is ListingChangeKind.DateMoved && DaysMoved is >= FewestDaysOfPeriod or Week;

    /// <summary>True where the date moved back or by a few days, so that something known was put right.</summary>
    public bool IsCorrection => Kind is ListingChangeKind.DateMoved && !IsNextPeriod;
}
