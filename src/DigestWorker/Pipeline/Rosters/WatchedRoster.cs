using System.Security.Cryptography;
using System.Text;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>The file of one team as it lies there now.</summary>
internal sealed record WatchedRoster(string Path, DateTimeOffset WrittenAt, string Hash)
{
    // Whoever writes a file takes a moment; a file is not looked at before that is over.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static WatchedRoster Look(OrganisedTeam team, DigestSettings settings)
    {
        using var stream = new FileStream(team.Roster!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new WatchedRoster(team.Roster!, new DateTimeOffset(File.GetLastWriteTimeUtc(stream.SafeFileHandle)), HashOf(SHA256.HashData(stream), team, settings));
    }

    public bool IsBeingWritten(DateTimeOffset now) => (now - WrittenAt).Duration() < Settling;

    /// <returns>Null where the file is no longer the one that was looked at.</returns>
    public RosterText? Read(OrganisedTeam team, DigestSettings settings)
    {
        var bytes = RosterText.ReadBytes(Path);
        return HashOf(SHA256.HashData(bytes), team, settings) == Hash ? RosterText.Of(Path, bytes) : null;
    }

    // What the settings say decides which rows count, so a change of theirs is a change of the roster.
    private static string HashOf(byte[] content, OrganisedTeam team, DigestSettings settings)
    {
        var rules = $"{team.Roles.Count > 0}|{string.Join('|', settings.Roles.Select(role => $"{role.Id} {role.Name}"))}";
        return Convert.ToHexStringLower(SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes(rules)]));
    }
}
