using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>Takes one person out of a text that is about others: the address in each spelling, and the name before it. Plain text or HTML.</summary>
internal sealed class PersonInText
{
    private const string Instead = "(deleted)";

    // As "Jo Example <jo@example.org>", or in running text "Jo Example (jo@example.org)", stands in a list; what a name cannot hold ends it.
    private const string Name = """(?<and>\band\s+)?(?:"[^"\n]*"|[^\s<>"()\[\],;:@][^<>"()\[\],;:\n@]*?)\s*(?:<|&lt;|\()""";

    private const string BeforeAddress = @"(?<![\w.+-])", AfterAddress = @"(?![\w-]|\.\w)", End = @"(?:>|&gt;|\))";

    private readonly Regex _address, _names;

    /// <param name="names">As the person is known by; a single word counts only where an address stood behind it.</param>
    public PersonInText(string email, IEnumerable<string> names)
    {
        var address = $"(?:{string.Join('|', EmailAddress.Spellings(email).Select(Pattern))})";
        _address = new Regex($"{Name}{address}{End}|(?:<|&lt;){address}{End}|{BeforeAddress}{address}{AfterAddress}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var known = names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var whole = known.Where(name => name.Any(char.IsWhiteSpace)).Select(Pattern).Concat(known.Select(name => $@"{Pattern(name)}(?=\s*(?:<|&lt;)\*\*\*)"));
        _names = new Regex(known.Count == 0 ? "(?!)" : $@"(?<!\w)(?:{string.Join('|', whole)})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public string TakenOut(string text) => _names.Replace(_address.Replace(text, match => match.Groups["and"].Value + Instead), Instead);

    // A letter that HTML does not take as it is stands there as an entity.
    private static string Pattern(string words) => string.Concat(words.Select(letter => char.IsAsciiLetterOrDigit(letter) ? $"{letter}"
        : char.IsWhiteSpace(letter) ? @"\s+"
        : $"(?:{Regex.Escape($"{letter}")}|&#?\\w+;)"));
}
