namespace DigestWorker.Settings.Reading;

/// <summary>Tells what to write instead of a word that is not known.</summary>
internal static class DidYouMean
{
    private const int LongestGuess = 64;

    public static string Words(string given, IReadOnlyCollection<string> known) => Nearest(given, known) switch
    {
        { } near => $"did you mean {Quoted.Text(near)}?",
        null when known.Count == 0 => "nothing may stand here",
        null when known.Count == 1 => $"write {Quoted.Text(known.Single())}, the only word known here",
        null => $"write one of {string.Join(", ", known)}",
    };

    public static string? Nearest(string given, IEnumerable<string> known) =>
        given.Length > LongestGuess
            ? null
            : known
                // So many letters at least have to be added or dropped.
                .Where(word => Math.Abs(word.Length - given.Length) <= Allowed(word))
                .Select(word => (Word: word, Distance: Distance(given.ToUpperInvariant(), word.ToUpperInvariant())))
                .Where(near => near.Distance <= Allowed(near.Word))
                .OrderBy(near => near.Distance)
                .Select(near => near.Word)
                .FirstOrDefault();

    private static int Allowed(string word) => Math.Max(1, word.Length / 3);

    /// <summary>Letters to add, drop, change or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                cost[row, column] = Cheapest(left.AsSpan(0, row), right.AsSpan(0, column), cost);
            }
        }

        return cost[left.Length, right.Length];
    }

    private static int Cheapest(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int[,] cost)
    {
        var (row, column) = (left.Length, right.Length);
        if (row == 0 || column == 0)
        {
            return row + column;
        }

        var changed = cost[row - 1, column - 1] + (left[^1] == right[^1] ? 0 : 1);
        var best = Math.Min(changed, Math.Min(cost[row - 1, column], cost[row, column - 1]) + 1);
        return row > 1 && column > 1 && left[^1] == right[^2] && left[^2] == right[^1]
            ? Math.Min(best, cost[row - 2, column - 2] + 1)
            : best;
    }
}
