using System.Text;

namespace DigestWorker.Collecting.Fetching.Robots;

/// <summary>What one robots.txt says to one program (RFC 9309): the longest pattern that fits decides, and of two the kinder.</summary>
internal sealed class RobotsRules(IReadOnlyList<RobotsRule> rules)
{
    private const int MostBytes = 500 * 1024;

    public static RobotsRules None { get; } = new([]);

    public static RobotsRules Parse(ReadOnlySpan<byte> file, string robot)
    {
        var groups = RobotsGroup.Read(Encoding.UTF8.GetString(file[..Math.Min(file.Length, MostBytes)]));
        var ours = groups.Where(group => group.Names(robot)).ToList();
        return new([.. (ours.Count > 0 ? ours : groups.Where(group => group.Names("*"))).SelectMany(group => group.Rules)]);
    }

    public bool Allow(Uri page) =>
        page.AbsolutePath == "/robots.txt"
        || rules.Where(rule => rule.Fits(page.PathAndQuery))
            .OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.IsAllow)
            .FirstOrDefault() is null or { IsAllow: true };
}
