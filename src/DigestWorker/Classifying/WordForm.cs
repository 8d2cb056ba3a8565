namespace DigestWorker.Classifying;

/// <summary>Makes the forms of a word alike, on both sides of a comparison; the result need not be a word.</summary>
internal static class WordForm
{
    /// <summary>Changes the letters in place.</summary>
    public static ReadOnlySpan<char> Fold(Span<char> word)
    {
        var end = Singular(WithoutPossessive(word));
        for (var i = 1; i < end.Length; i++)
        {
            if (end[i] == 'z' && end[i - 1] == 'i')
            {
                end[i] = 's';
            }
        }

        return end;
    }

    private static Span<char> WithoutPossessive(Span<char> word)
    {
        var bare = word.EndsWith("'s") ? word[..^2] : word;
        return bare.TrimEnd('\'');
    }

    private static Span<char> Singular(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
        {
            word[^3] = 'y';
            return word[..^2];
        }

        if (word.Length > 4 && (word.EndsWith("sses") || word.EndsWith("shes") || word.EndsWith("ches")))
        {
            return word[..^2];
        }

        var isPlural = word.Length > 2 && word.EndsWith("s") && !word.EndsWith("ss") && !word.EndsWith("us") && !word.EndsWith("is");
        return isPlural ? word[..^1] : word;
    }
}
