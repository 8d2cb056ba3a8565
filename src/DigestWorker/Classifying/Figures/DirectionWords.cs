using System.Collections.Frozen;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>A word that says up or down, where it stands in its sentence.</summary>
internal sealed record DirectionWord(Direction Direction, int Start, int End);

/// <summary>The words that say up or down, in the forms that prose has them.</summary>
internal static class DirectionWords
{
    private const string Up = """
        up rise rises rising risen rose increase increases increased increasing grow grows grew grown growing growth higher more jump jumps jumped
        surge surges surged surging soar soars soared soaring climb climbs climbed climbing double doubles doubled doubling trebled triple tripled
        leap leaps leapt spike spiked rocket rockets rocketed gain gained additional above upward worse worsened swell swelled peak peaked
        """;

    private const string Down = """
        down fall falls falling fallen fell drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing
        lower fewer less reduce reduces reduced reducing reduction dip dips dipped halved slump slumped shrank shrunk cut below downward slip slipped
        """;

    private static readonly FrozenDictionary<string, Direction>.AlternateLookup<ReadOnlySpan<char>> Directions =
        Forms(Up, Direction.Up).Concat(Forms(Down, Direction.Down))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyList<DirectionWord> In(string sentence)
    {
        var found = new List<DirectionWord>();
        for (var start = 0; start < sentence.Length; start++)
        {
            var end = start;
            while (end < sentence.Length && IsOfWord(sentence[end]))
            {
                end++;
            }

            if (end > start && Directions.TryGetValue(sentence.AsSpan(start..end), out var direction))
            {
                found.Add(new DirectionWord(direction, start, end));
            }

            start = end;
        }

        return found;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static IEnumerable<KeyValuePair<string, Direction>> Forms(string words, Direction direction) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => KeyValuePair.Create(word, direction));
}
