using System.Diagnostics;
using DigestWorker.Classifying.Changes;

namespace DigestWorker.Tests.Classifying.Changes;

/// <summary>Long and hostile texts cost little: the limit leaves room for a slow machine.</summary>
public sealed class ChangeBoundsTests
{
    private const int Length = 200_000;

    private static readonly string[] Vocabulary =
        [.. Enumerable.Range(0, 4_000).Select(at => $"{(char)('b' + (at % 20))}a{(char)('c' + (at / 20 % 20))}e{(char)('d' + (at / 400))}o")];

    public static TheoryData<string, string> Texts => new()
    {
        { Prose(1), Prose(2) },
        { Prose(3), Prose(3).Replace("bacedo", "dacedo", StringComparison.Ordinal) },
        { Prose(4).Replace(".", "", StringComparison.Ordinal), Prose(5).Replace(".", "", StringComparison.Ordinal) },
        { Steps(1), Steps(500) },
        { new string('a', Length), new string('b', Length) },
        { string.Concat(Enumerable.Repeat("a\n\n", Length / 3)), string.Concat(Enumerable.Repeat("b\n\n", Length / 3)) },
        { string.Concat(Enumerable.Repeat("a@", Length / 2)), string.Concat(Enumerable.Repeat("1.", Length / 2)) },
        { new string(' ', Length) + "a", string.Concat(Enumerable.Repeat("updated ", Length / 8)) },
    };

    [Theory, MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_text_of_200_000_letters_takes_moments(string before, string after)
    {
        var watch = Stopwatch.StartNew();
        ChangeDescriber.Describe(Version.Of(before, before), Version.Of(after, after) with { IsStanding = true });

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    // As many alike sentences as are still paired.
    private static string Steps(int first) =>
        string.Join(' ', Enumerable.Range(first, 399).Select(step => $"In step {step} the lead practitioner writes down what was agreed with the family."));

    private static string Prose(int seed)
    {
        var random = new Random(seed);
        var sentences = Enumerable.Range(0, Length / 84).Select(_ => $"T{string.Join(' ', random.GetItems(Vocabulary, 12))}.");
        return string.Join("\n\n", sentences.Chunk(4).Select(paragraph => string.Join(' ', paragraph)));
    }
}
