using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestWorker.Domain;

namespace DigestWorker.Matching;

/// <summary>The same words give the same hash, however a publisher sets quotes, dashes, spaces and capitals.</summary>
internal static class ContentHash
{
    private const int ShortText = 40;
    private const int FewestWords = 8;

    /// <summary>What two sources that carry the same text share; short texts only together with their title.</summary>
    /// <returns>Null where there is too little text to call two entries the same.</returns>
    public static byte[]? Of(Entry entry)
    {
        var text = Normalise(entry.Text);
        var hashed = Words(text) < ShortText ? $"{Normalise(entry.Title)}\n{text}" : text;
        return Words(hashed) < FewestWords ? null : Hash(hashed);
    }

    /// <summary>Tells one version of an entry from the next: its words, its day, and whether it stands.</summary>
    public static byte[] OfVersion(Entry entry) => Hash(string.Join('\n',
        Normalise(entry.Title),
        Normalise(entry.Summary),
        Normalise(entry.Content),
        entry.Published?.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        entry.Withdrawn,
        entry.Announcement));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static int Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in WithPlainMarks(text).Normalize(NormalizationForm.FormKC))
        {
            Append(plain, letter);
        }

        return plain.ToString().TrimEnd();
    }

    private static void Append(StringBuilder plain, char letter)
    {
        if (char.IsWhiteSpace(letter))
        {
            plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
        }
        else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
        {
            plain.Append(char.ToLowerInvariant(char.ToUpperInvariant(letter)));
        }
    }

    /// <summary>Marks go first, since normalisation takes some of them apart; half a surrogate pair it does not take at all.</summary>
    private static string WithPlainMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.IsBmp ? PlainMark((char)rune.Value).ToString() : rune.ToString());
        }

        return plain.ToString();
    }

    private static char PlainMark(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => letter,
    };
}
