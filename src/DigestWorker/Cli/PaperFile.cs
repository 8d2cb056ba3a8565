using System.Text;
using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>Where a paper goes.</summary>
/// <param name="Name">As it was typed or, where it was not, made of team and month.</param>
internal sealed record PaperFile(string Name)
{
    public const string StandardOutput = "-";

    private const int LongestTeam = 60;

    /// <summary>Why nothing can be written there; null where it can be tried.</summary>
    public string? Fault =>
        Name.Length == 0 ? "--out needs the name of a file, or - for standard output."
        : Directory.Exists(Name) ? $"'{Name}' is a folder; --out needs the name of a file."
        : null;

    public static PaperFile Of(string? typed, Team team, LondonMonth month) => new(typed ?? $"board-paper-{Plain(team.Name)}-{month}.html");

    /// <summary>Bytes rather than text: the same on every console.</summary>
    public async Task WriteAsync(string html, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        if (Name == StandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, cancellationToken);
            return;
        }

        var path = Path.GetFullPath(Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);
    }

    // Whatever else a team is called, its file stays in this folder.
    private static string Plain(string team)
    {
        var letters = team.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ');
        var plain = string.Join('-', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= LongestTeam ? plain : plain[..LongestTeam];
    }
}
