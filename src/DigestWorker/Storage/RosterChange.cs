using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who is in a team.</summary>
/// <param name="Named">Addresses of all whom it names, with those who cannot join by it and stay as they are.</param>
internal sealed record Roster(IReadOnlyList<Joiner> Joiners, IReadOnlyList<string> Named);

/// <summary>How a roster is followed.</summary>
/// <param name="Keep">False only shows what would happen.</param>
/// <param name="Progress">Hears now and then how many rows are done.</param>
internal sealed record RosterRun(DateTimeOffset At, bool Keep, IProgress<RosterProgress>? Progress = null)
{
    /// <summary>After so many rows progress is told.</summary>
    public const int Step = 500;
}

/// <summary>How many of a roster's people are dealt with.</summary>
internal sealed record RosterProgress(int Done, int Of);

/// <summary>How many members were subscribed before, and how many of these the roster does not name.</summary>
internal sealed record RosterSize(int Before, int Leaving);

/// <summary>What a roster does to its team.</summary>
/// <param name="Outcomes">One for each of its people, in order.</param>
internal sealed record RosterChange(IReadOnlyList<JoinOutcome> Outcomes, IReadOnlyList<Leaver> Leavers);

/// <param name="Ended">Nothing else subscribes this person: the digest ends.</param>
internal sealed record Leaver(string Email, bool Ended);
