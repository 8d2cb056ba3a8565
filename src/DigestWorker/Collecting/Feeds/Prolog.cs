using System.Buffers;

namespace DigestWorker.Collecting.Feeds;

/// <summary>What stands before the root of a document. The reader is given the rest, so no DTD ever reaches it.</summary>
/// <param name="RootAt">Where the root begins; whatever stands before the XML declaration is passed over.</param>
internal sealed record Prolog(int RootAt, string RootName, bool IsHtml, bool DeclaresEntities)
{
    private const int LongestPreamble = 4096;
    private const int LongestName = 100;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <returns>Null for a text without an element.</returns>
    public static Prolog? Of(string text)
    {
        var (isHtml, declaresEntities) = (false, false);
        var at = Math.Max(text.AsSpan(0, Math.Min(text.Length, LongestPreamble)).IndexOf("<?xml", StringComparison.Ordinal), 0);
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            var length = LengthOfPart(text.AsSpan(at));
            if (length == 0)
            {
                var name = NameAt(text.AsSpan(at + 1));
                return new(at, name, isHtml || name.Equals("html", StringComparison.OrdinalIgnoreCase), declaresEntities);
            }

            var part = text.AsSpan(at, length);
            isHtml |= part.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
            declaresEntities |= part.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase);
            at += length;
        }

        return null;
    }

    /// <returns>Zero where no part of the prolog but the root begins.</returns>
    private static int LengthOfPart(ReadOnlySpan<char> text) => text switch
    {
        ['<', '?', ..] => LengthTo(text, "?>"),
        ['<', '!', '-', '-', ..] => LengthTo(text, "-->"),
        ['<', '!', ..] when text.IndexOf('>') is >= 0 and var end && text[..end].Contains('[') => LengthTo(text, "]>", "]"),
        ['<', '!', ..] => LengthTo(text, ">"),
        _ => 0,
    };

    private static int LengthTo(ReadOnlySpan<char> text, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at)
            {
                return at + end.Length;
            }
        }

        return text.Length;
    }

    private static string NameAt(ReadOnlySpan<char> text)
    {
        var name = text[..Math.Min(text.Length, LongestName)];
        return (name.IndexOfAny(NameEnds) is >= 0 and var end ? name[..end] : name).ToString();
    }
}
