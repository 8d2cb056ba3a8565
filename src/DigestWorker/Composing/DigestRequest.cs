using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>All that decides one digest but the person's name: equal requests give equal digests, byte for byte.</summary>
internal sealed record DigestRequest
{
    public required EditionWeek Week { get; init; }

    public required DigestWindow Window { get; init; }

    /// <summary>The subscriber's roles, at least one; several are read as the best of each.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<string> Areas { get; init; }

    public Wishes Wishes { get; init; } = Wishes.None;

    /// <summary>Releases with an entry in the window that this subscriber was not sent yet.</summary>
    public required IReadOnlyList<Release> Candidates { get; init; }

    /// <summary>What is told for the four weeks after the window, soonest first, whomever it concerns.</summary>
    public IReadOnlyList<ComingUp> Ahead { get; init; } = [];

    public required IReadOnlyDictionary<string, Topic> Topics { get; init; }

    /// <summary>The weeks since the last digest that brought none.</summary>
    public QuietWeeks Quiet { get; init; } = QuietWeeks.None;

    public int SourcesRead { get; init; }

    /// <summary>After so many weeks with nothing for a subscriber one short note says so; to whoever asked for it, each week.</summary>
    public bool IsNoteDue => Wishes.SaysNothingNew || Quiet.Empty.Count + 1 >= EmptyWeeksBeforeNote;

    private const int EmptyWeeksBeforeNote = 4;

    /// <summary>Names of sources that could not be read for a while, so that silence is not taken for nothing new.</summary>
    public required IReadOnlyList<string> UnreadSources { get; init; }
}
