using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Storage;

namespace DigestWorker.Web.Views;

/// <summary>A team for its contact: those who are in it and get the digest, and the others as a number.</summary>
internal sealed class TeamView(string token, string formToken, ListedTeam team, IReadOnlyList<ListedMember> members, Offer offer)
{
    private static readonly SubscriberState[] Gone = [SubscriberState.Unsubscribed, SubscriberState.Suppressed];

    public string Token => token;

    public string FormToken => formToken;

    public string Organisation => team.Organisation ?? "";

    public string Roles => Named(team.Roles, offer);

    /// <summary>How each role is written in a list of people.</summary>
    public IReadOnlyList<Role> AllRoles => offer.Roles;

    public string Counts { get; } = Words(members.Count, Gone.Sum(state => team.Members.GetValueOrDefault(state)));

    public IReadOnlyList<MemberView> Members { get; } = [.. members.Select(member => new MemberView(
        member.Id, member.Name ?? "", EmailAddress.Masked(member.Email), Named(member.Roles.Count > 0 ? member.Roles : team.Roles, offer),
        member.State == SubscriberState.Paused ? "paused" : "active"))];

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

    // A role may have left the settings since.
    private static string Named(IReadOnlyList<string> roles, Offer offer) =>
        Listing.Of([.. roles.Select(id => offer.Roles.FirstOrDefault(role => role.Id == id)?.Name ?? id)]);

    private static string Words(int active, int stopped) =>
        $"{active} {(active == 1 ? "person gets" : "people get")} the digest through this team{(stopped == 0 ? "." : $"; {stopped} {(stopped == 1 ? "does" : "do")} not any more.")}";
}

internal sealed record MemberView(long Id, string Name, string Address, string Roles, string State);
