using System.Buffers;
using System.Runtime.InteropServices;

namespace DigestWorker.Classifying;

/// <param name="Phrase">Position in the list that the matcher was built from.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseHit(int Phrase, int Start, int Length);

/// <summary>
/// Finds all of many phrases in one pass. Where phrases overlap the one that begins first counts, and of those the longest,
/// so "self neglect" is not also "neglect". A phrase with capitals is only found where the text has the same capitals.
/// </summary>
internal sealed class PhraseMatcher
{
    private const int Unknown = -1;
    private const int Root = 0;

    private readonly IReadOnlyList<string> _phrases;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int State, int Word), int> _steps = [];
    private readonly List<List<int>> _phrasesAt = [[]];

    public PhraseMatcher(IReadOnlyList<string> phrases)
    {
        _phrases = phrases;
        for (var i = 0; i < phrases.Count; i++)
        {
            Add(phrases[i], i);
        }
    }

    public IReadOnlyList<PhraseHit> Find(string text)
    {
        var pooled = ArrayPool<Token>.Shared.Rent((text.Length / 2) + 1);
        var hits = Find(text, pooled.AsSpan(0, Tokens(text, pooled)));
        ArrayPool<Token>.Shared.Return(pooled);
        return hits;
    }

    private List<PhraseHit> Find(string text, ReadOnlySpan<Token> tokens)
    {
        var hits = new List<PhraseHit>();
        for (var i = 0; i < tokens.Length;)
        {
            i += tokens[i].Word == Unknown ? 1 : Math.Max(1, Longest(text, tokens[i..], hits));
        }

        return hits;
    }

    /// <returns>How many words the longest phrase here takes; 0 when none begins here.</returns>
    private int Longest(string text, ReadOnlySpan<Token> tokens, List<PhraseHit> hits)
    {
        var (state, taken, first) = (Root, 0, hits.Count);
        for (var i = 0; i < tokens.Length && (i == 0 || !tokens[i].AfterStop) && _steps.TryGetValue((state, tokens[i].Word), out state); i++)
        {
            var before = hits.Count;
            foreach (var phrase in _phrasesAt[state])
            {
                if (IsWrittenSo(phrase, text, tokens[0].Start))
                {
                    hits.Add(new PhraseHit(phrase, tokens[0].Start, tokens[i].End - tokens[0].Start));
                }
            }

            if (hits.Count > before)
            {
                hits.RemoveRange(first, before - first);
                taken = i + 1;
            }
        }

        return taken;
    }

    private bool IsWrittenSo(int phrase, string text, int start) =>
        _phrases[phrase].AsSpan().IndexOfAnyInRange('A', 'Z') < 0
        || text.AsSpan(start).StartsWith(_phrases[phrase], StringComparison.Ordinal);

    /// <param name="tokens">Has room for a word at every second letter.</param>
    /// <returns>How many words there are.</returns>
    private int Tokens(string text, Span<Token> tokens)
    {
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = 0;
        var reader = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (reader.Next())
        {
            tokens[count++] = new Token(known.TryGetValue(reader.Word, out var word) ? word : Unknown, reader.Start, reader.End, reader.AfterStop);
        }

        return count;
    }

    private void Add(string phrase, int index)
    {
        var state = Root;
        var reader = new WordReader(phrase, stackalloc char[WordReader.LongestWord]);
        while (reader.Next())
        {
            state = Step(state, reader.Word.ToString());
        }

        if (state != Root)
        {
            _phrasesAt[state].Add(index);
        }
    }

    private int Step(int state, string text)
    {
        if (!_words.TryGetValue(text, out var word))
        {
            _words.Add(text, word = _words.Count);
        }

        if (!_steps.TryGetValue((state, word), out var next))
        {
            _steps.Add((state, word), next = _phrasesAt.Count);
            _phrasesAt.Add([]);
        }

        return next;
    }

    private readonly record struct Token(int Word, int Start, int End, bool AfterStop);
}
