namespace DigestWorker.Bench;

/// <summary>
/// Figures that are set beside each other are measured in turn, several times over: so that what else the machine does falls on all
/// of them, and no single pass decides.
/// </summary>
internal static class Rounds
{
    private const int Count = 3;

    /// <returns>The median of each.</returns>
    public static async Task<double[]> MediansAsync(params Func<Task<double>>[] measured)
    {
        var rounds = new List<double[]>();
        for (var round = 0; round < Count; round++)
        {
            var figures = new double[measured.Length];
            for (var at = 0; at < measured.Length; at++)
            {
                figures[at] = await measured[at]();
            }

            rounds.Add(figures);
        }

        return [.. measured.Select((_, at) => Median(rounds, round => round[at]))];
    }

    public static double Median<T>(IReadOnlyCollection<T> of, Func<T, double> figure) => of.Select(figure).Order().ElementAt(of.Count / 2);
}
