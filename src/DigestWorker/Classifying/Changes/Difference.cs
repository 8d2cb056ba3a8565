namespace DigestWorker.Classifying.Changes;

/// <summary>What one list has and the other has not, counting repeats; order and place do not matter.</summary>
internal sealed record Difference<T>(IReadOnlyList<T> Removed, IReadOnlyList<T> Added)
    where T : class
{
    public Difference<T> Of(Func<T, bool> sort) => new([.. Removed.Where(sort)], [.. Added.Where(sort)]);

    public bool IsEmpty => Removed.Count + Added.Count == 0;

    /// <summary>First with first: what was there and what stands there now; one of the two may be missing.</summary>
    public IEnumerable<(T? Was, T? Now)> Pairs() =>
        Enumerable.Range(0, Math.Max(Removed.Count, Added.Count)).Select(at => (Removed.ElementAtOrDefault(at), Added.ElementAtOrDefault(at)));
}

internal static class Difference
{
    public static Difference<T> Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class =>
        new(Without(before, after, key), Without(after, before, key));

    private static List<T> Without<T>(IReadOnlyList<T> list, IReadOnlyList<T> other, Func<T, string> key)
    {
        var left = other.CountBy(key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. list.Where(one => !Take(left, key(one)))];
    }

    private static bool Take(Dictionary<string, int> left, string key)
    {
        if (!left.TryGetValue(key, out var count) || count == 0)
        {
            return false;
        }

        left[key] = count - 1;
        return true;
    }
}
