using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Storage;

namespace DigestWorker.Web.Views;

/// <summary>A team for its contact: those who are in it and get the digest, and the others as a number.</summary>
internal sealed class TeamView(string token, string formToken, Offer offer, ListedTeam team, IReadOnlyList<ListedMember> members)
{
    private static readonly SubscriberState[] Gone = [SubscriberState.Unsubscribed, SubscriberState.Suppressed];

    public string Token => token;

    public string FormToken => formToken;

    public string Organisation => team.Organisation ?? "";

    public string Roles => Names(offer, team.Roles);

    /// <summary>All that a person may have.</summary>
    public string Offered => string.Join("; ", offer.Roles.Select(role => role.Name));

    public string Counts { get; } = Words(members.Count, Gone.Sum(state => team.Members.GetValueOrDefault(state)));

    public IReadOnlyList<MemberView> Members { get; } = [.. members.Select(member => new MemberView(
        member.Id, member.Name ?? "", EmailAddress.Masked(member.Email), Names(offer, member.Roles.Count > 0 ? member.Roles : team.Roles),
        member.State == SubscriberState.Paused ? "Gets it again after a pause" : "Gets it"))];

    public string? Quiet => team.NextQuiet is { } days ? $"{DateWords.Full(days.First)} to {DateWords.Full(days.Last)}" : null;

    public bool FollowsFile { get; init; }

    /// <summary>The way up to the page's own address, where an answer stands below it.</summary>
    public string Base { get; init; } = "";

    public string People { get; init; } = "";

    public IReadOnlyList<MistakeView> Mistakes { get; init; } = [];

    public string? PeopleMistake => MistakeView.At(Mistakes, "people");

    /// <summary>A person for whom no role is named has those of the team.</summary>
    public bool NeedsRoles => team.Roles.Count == 0;

    public int Most { get; } = EditTeam.MostPasted;

    private static string Names(Offer offer, IReadOnlyList<string> roles) => SentenceCase.Of(string.Join("; ", roles.Select(offer.NameOf)));

    private static string Words(int active, int stopped) =>
        $"{active} {(active == 1 ? "person gets" : "people get")} the digest through this team{(stopped == 0 ? "." : $"; {stopped} {(stopped == 1 ? "does" : "do")} not any more.")}";
}

internal sealed record MemberView(long Id, string Name, string Address, string Roles, string State);
