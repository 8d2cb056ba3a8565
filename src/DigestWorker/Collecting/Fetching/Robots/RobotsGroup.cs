namespace DigestWorker.Collecting.Fetching.Robots;

/// <summary>The rules that stand under one or more names of programs.</summary>
internal sealed record RobotsGroup(List<string> Robots, List<RobotsRule> Rules)
{
    public static IReadOnlyList<RobotsGroup> Read(string text)
    {
        var groups = new List<RobotsGroup>();
        foreach (var line in text.TrimStart('\uFEFF').AsSpan().EnumerateLines())
        {
            var written = line[..(line.IndexOf('#') is >= 0 and var comment ? comment : line.Length)];
            if (written.IndexOf(':') is > 0 and var colon)
            {
                Add(groups, written[..colon].Trim().ToString().ToLowerInvariant(), written[(colon + 1)..].Trim().ToString());
            }
        }

        return groups;
    }

    public bool Names(string robot) => Robots.Contains(robot, StringComparer.OrdinalIgnoreCase);

    private static void Add(List<RobotsGroup> groups, string key, string value)
    {
        switch (key)
        {
            case "user-agent" when groups is [.., { Rules: [] } open]:
                open.Robots.Add(Name(value));
                break;
            case "user-agent":
                groups.Add(new([Name(value)], []));
                break;
            case "allow" or "disallow" when groups is [.., var last]:
                last.Rules.Add(new RobotsRule(value, IsAllow: key == "allow"));
                break;
        }
    }

    /// <summary>Some write a version behind the name.</summary>
    private static string Name(string value) => value.Split('/', ' ')[0];
}
