using System.Globalization;

namespace DigestWorker.Classifying;

/// <summary>Reads "2: first phrase; second phrase" blocks: a weight, then the phrases that carry it.</summary>
internal static class PhraseTable
{
    public static IReadOnlyList<(string Phrase, double Weight)> Read(string table)
    {
        var rows = new List<(string, double)>();
        var weight = 0.0;
        foreach (var line in table.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            weight = colon < 0 ? weight : double.Parse(line[..colon], CultureInfo.InvariantCulture);
            var phrases = line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            rows.AddRange(phrases.Select(phrase => (phrase, weight)));
        }

        return rows;
    }
}
