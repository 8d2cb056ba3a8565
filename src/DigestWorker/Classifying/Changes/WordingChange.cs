using DiffPlex;
using DiffPlex.Model;

namespace DigestWorker.Classifying.Changes;

/// <summary>How much of a sentence's wording changed, spelling apart.</summary>
/// <param name="IsSpelling">True when each changed word is the earlier one spelt otherwise.</param>
/// <param name="Substantial">How many words with a meaning of their own came or went, whichever is more.</param>
internal sealed record WordingChange(bool IsSpelling, int Substantial)
{
    private static readonly Differ Differ = new();

    public static WordingChange Between(TextBlock before, TextBlock after)
    {
        var other = Hunks(before, after).Where(hunk => !Spelling.IsSame(hunk.Was, hunk.Now)).ToList();
        return new WordingChange(
            other.Count == 0,
            Math.Max(other.Sum(hunk => hunk.Was.Count(Words.IsSubstantial)), other.Sum(hunk => hunk.Now.Count(Words.IsSubstantial))));
    }

    private static IEnumerable<(string[] Was, string[] Now)> Hunks(TextBlock before, TextBlock after)
    {
        var result = Differ.CreateCustomDiffs(before.Key, after.Key, ignoreWhiteSpace: false, chunker: key => key.Split(' '));
        return result.DiffBlocks.Select(block => (Was(result, block), Now(result, block)));
    }

    private static string[] Was(DiffResult result, DiffBlock block) => result.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)];

    private static string[] Now(DiffResult result, DiffBlock block) => result.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)];
}
