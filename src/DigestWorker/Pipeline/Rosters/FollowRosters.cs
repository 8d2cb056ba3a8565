using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>
/// Makes the watched rosters true whose files have changed, as an import does. A file that is away, being written, without a good
/// row or short of most of the team changes nobody, and the admin is told.
/// </summary>
internal sealed partial class FollowRosters(
    DigestSettings settings,
    Organisations organisations,
    FollowedRosters rosters,
    ImportRoster import,
    NoteRosters note,
    TimeProvider time,
    ILogger<FollowRosters> logger)
{
    public void Run()
    {
        organisations.Follow(settings.Organisations);
        var findings = settings.Organisations
            .SelectMany(organisation => organisation.Teams)
            .Where(team => team.Roster is not null)
            .ToDictionary(team => team.Key, Follow, StringComparer.Ordinal);
        note.Run(findings);
    }

    private RosterFinding Follow(OrganisedTeam team)
    {
        try
        {
            var roster = WatchedRoster.Look(team, settings);
            return roster.IsBeingWritten(time.GetUtcNow()) ? new RosterFinding(RosterLook.Early)
                : roster.Hash == rosters.Hash(team.Key) ? new RosterFinding(RosterLook.Unchanged)
                : roster.Read(team, settings) is { } text ? Follow(team, text, roster.Hash)
                : new RosterFinding(RosterLook.Early);
        }
        catch (TooManyLeavers fault)
        {
            return new RosterFinding(RosterLook.Refused, RosterTrouble.Leavers, $"{fault.Message.TrimEnd('.')}: subscribers import \"{team.Roster}\" --team {team.Key}.");
        }
        catch (RosterFault fault)
        {
            return new RosterFinding(RosterLook.Refused, RosterTrouble.Form, $"The roster of team '{team.Name}' was not followed: {fault.Message}");
        }
        catch (KeyFault fault)
        {
            return new RosterFinding(RosterLook.Refused, RosterTrouble.Keys, $"The roster of team '{team.Name}' was not followed: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new RosterFinding(RosterLook.Refused, RosterTrouble.File, $"The roster of team '{team.Name}' cannot be read: {fault.Message}");
        }
    }

    private RosterFinding Follow(OrganisedTeam team, RosterText text, string hash)
    {
        var report = import.Run(text, new RosterOrder(team.Key));
        if (!report.HasGoodRow())
        {
            return new RosterFinding(RosterLook.Refused, RosterTrouble.Form, $"The roster of team '{team.Name}' was not followed: {text.Name} has no row that counts.");
        }

        rosters.Note(team.Key, hash);
        Followed(team.Key, report.Joined.Count, report.Extended.Count, report.Left.Count, report.OptedOut.Count, report.Refused.Count);
        return report.Refused.Count == 0
            ? new RosterFinding(RosterLook.Followed)
            : new RosterFinding(RosterLook.Followed, RosterTrouble.Rows, $"The roster of team '{team.Name}' was followed without {report.Refused.Count} of its rows, which have mistakes: {Lines(report)} of {text.Name}.");
    }

    private static string Lines(ImportReport report)
    {
        const int most = 10;
        var lines = string.Join(", ", report.Refused.Take(most).Select(row => row.Line));
        return $"{(report.Refused.Count == 1 ? "line" : "lines")} {lines}{(report.Refused.Count > most ? " and more" : "")}";
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Roster of team {Team} followed: {Joined} joined, {Changed} changed, {Left} left, {KeptOut} stay out, {Refused} rows refused")]
    private partial void Followed(string team, int joined, int changed, int left, int keptOut, int refused);
}
