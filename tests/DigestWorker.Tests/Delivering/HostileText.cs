using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace DigestWorker.Tests.Delivering;

/// <summary>Text as a careless or ill-meaning source might write it.</summary>
internal static partial class HostileText
{
    private static readonly string[] Pieces =
    [
        "Online grooming", "6,350", " ", "  ", "\t", "\r\n", "\n", "\r", "\0", "\u0085", "\u007f", "é", "–", "£", "子ども", "👩‍👧", "\ud83d", "\ue000",
        "\r\nBcc: victim@example.org", "\r\n\r\n", ".", "\n.\n", "\r\n.\r\nMAIL FROM:<a@example.org>\r\n", "From ", "\nFrom ", "=", "=20", "=\r\n",
        "=?utf-8?Q?x?=", "=?", "?=", "--=_", "\"", "\\", "(comment", "<b@example.org>", ",", ";", ":", "@", "<p>&amp;</p>", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ];

    public static Arbitrary<string> Any { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>Half a surrogate pair is no character.</summary>
    public static string Sound(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>What may be left of it in a header.</summary>
    public static string OnOneLine(string text) => Spaces().Replace(Sound(text), " ").Trim(' ');

    [GeneratedRegex(@"[\p{Cc} ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
