using DigestWorker.Composing;
using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Explaining;

/// <summary>What becomes of a release in one digest.</summary>
internal enum DigestFate
{
    In,

    /// <summary>The subscription has ended, or waits to be confirmed.</summary>
    NotActive,
    Paused,
    QuietDays,

    /// <summary>The subscriber's digest of a later edition has covered the time already.</summary>
    CoveredLater,
    AlreadySent,
    NeverNews,
    BeforeWindow,
    AfterWindow,
    NoRole,
    MutedWord,
    MutedTopics,
    NoRoleWants,
    NoRoom,

    /// <summary>The digest went without it, and would hold it by what is known and set now.</summary>
    NotThen,
}

/// <summary>Why a release is, or is not, in somebody's digest of one edition.</summary>
internal sealed record Explanation(Release Release, EditionWeek Week, DigestFate Fate)
{
    public bool IsIn => Fate == DigestFate.In;

    /// <summary>True where the digest is composed and kept already.</summary>
    public bool IsKept { get; init; }

    /// <summary>Null for a role that is asked about without anybody.</summary>
    public Person? Person { get; init; }

    public DigestWindow? Window { get; init; }

    /// <summary>What the subscriber's roles and wishes say of it; null where the subscriber gets no digest at all.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>The wishes and areas that were asked.</summary>
    public Subscriber? Subscriber { get; init; }

    public DigestPlace? Place { get; init; }

    /// <summary>The earlier editions whose digest held it.</summary>
    public IReadOnlyList<EditionWeek> SentIn { get; init; } = [];
}

/// <param name="Rank">From 1, among all that the subscriber wants of the edition.</param>
/// <param name="InFull">Null for a digest that is kept already.</param>
internal sealed record DigestPlace(int Rank, bool? InFull, DigestLimits? Limits)
{
    /// <returns>Null where the release is no candidate of the digest.</returns>
    public static (DigestPlace Place, bool IsIn)? Of(long release, DigestOutcome outcome)
    {
        var ranked = DigestSelector.Ranked(outcome.Request).Select(selected => selected.Release.Id).ToList();
        var selection = outcome.Composed?.Selection ?? DigestSelection.Nothing;
        var (full, brief) = (selection.Full.Any(Is), selection.OneLiners.Any(Is));
        return ranked.IndexOf(release) is var at and >= 0 ? (new DigestPlace(at + 1, full, DigestLimits.Of(outcome.Request)), full || brief) : null;

        bool Is(SelectedRelease selected) => selected.Release.Id == release;
    }
}
