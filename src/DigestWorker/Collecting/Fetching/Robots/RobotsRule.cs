namespace DigestWorker.Collecting.Fetching.Robots;

/// <summary>A path in which * stands for anything and $ at the end for the end. An empty one fits nothing.</summary>
internal sealed record RobotsRule(string Pattern, bool IsAllow)
{
    private readonly bool _isWhole = Pattern.EndsWith('$');
    private readonly string[] _parts = Escaped(Pattern.TrimEnd('$')).Split('*');

    public bool Fits(string path)
    {
        if (Pattern.Length == 0 || !path.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _parts[0].Length;
        foreach (var part in _parts.AsSpan(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return !_isWhole || EndsWithLast(path, at);
    }

    /// <summary>The last part was found at its first place; at the end of the path it may stand again.</summary>
    private bool EndsWithLast(string path, int at) =>
        at == path.Length || (_parts.Length > 1 && path.EndsWith(_parts[^1], StringComparison.Ordinal));

    /// <summary>Spelt as a <see cref="Uri"/> spells its path.</summary>
    private static string Escaped(string pattern)
    {
        var rooted = pattern is ['/', ..] ? pattern : $"/{pattern}";
        return Uri.TryCreate($"http://robots.invalid{rooted}", UriKind.Absolute, out var uri) ? uri.PathAndQuery : rooted;
    }
}
