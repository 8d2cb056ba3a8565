namespace DigestWorker.Composing.Selecting;

/// <summary>How many releases a digest shows in full and how many as one-liners.</summary>
internal sealed record DigestLimits(int Full, int OneLiners)
{
    /// <summary>A first digest looks four weeks back: short enough to be read, nothing half shown.</summary>
    private static readonly DigestLimits First = new(Full: 10, OneLiners: 0);

    public static DigestLimits Of(DigestRequest request) =>
        request.Window.First
            ? First
            : new DigestLimits(request.Roles.Max(role => role.FullReleases), request.Roles.Max(role => role.OneLiners));

    public DigestSelection Share(IReadOnlyList<SelectedRelease> ranked)
    {
        SelectedRelease[] oneLiners = [.. ranked.Skip(Full).Take(OneLiners)];
        return new DigestSelection([.. ranked.Take(Full)], oneLiners, Math.Max(0, ranked.Count - Full - oneLiners.Length));
    }
}
