namespace DigestWorker.Composing.Wording;

/// <summary>Text cut at a word, with an ellipsis where something was left out.</summary>
internal static class Shortened
{
    private const char Ellipsis = '…';

    public static string ToLength(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', longest - 1);
        var end = space > longest / 2 ? space : WholeRunes(text, longest - 1);
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '.') + Ellipsis;
    }

    public static string ToWords(string text, int most)
    {
        var words = text.Split(' ', most + 1);
        return words.Length <= most ? text : string.Join(' ', words.Take(most)).TrimEnd(',', ';', ':', '-', '.') + Ellipsis;
    }

    private static int WholeRunes(string text, int end) => char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
