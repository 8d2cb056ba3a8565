using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>A page's text in blocks, without the furniture of the page.</summary>
internal sealed partial class PageText
{
    // Longer runs without a full stop are cut, so that no comparison of two blocks is long.
    private const int LongestBlock = 600;
    private const int MostBlocks = 10_000;
    private const int FewestWordsOfSentence = 6;

    private readonly List<TextBlock> _blocks = [];
    private string _section = "";
    private bool _isInLinks;

    private PageText()
    {
    }

    public IReadOnlyList<TextBlock> Blocks => _blocks;

    public static PageText Of(string text)
    {
        var page = new PageText();
        foreach (var paragraph in Paragraphs(text))
        {
            page.Add(paragraph);
        }

        return page;
    }

    private static IEnumerable<List<string>> Paragraphs(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(PlainForm.Of).Append(""))
        {
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                yield return lines;
                lines = [];
            }
        }
    }

    private void Add(List<string> paragraph)
    {
        foreach (var line in paragraph.Where(line => _blocks.Count < MostBlocks && !IsFurniture(line)))
        {
            if (paragraph.Count == 1 && Heading.Is(line))
            {
                _section = WithoutMarker(line);
                AddBlock(_section, BlockShape.Heading);
            }
            else
            {
                AddSentences(WithoutMarker(line));
            }
        }
    }

    // "Related pages" goes with the list under it.
    private bool IsFurniture(string line)
    {
        _isInLinks = Furniture.OpensLinks(line) || (_isInLinks && line.StartsWith("- ", StringComparison.Ordinal));
        return _isInLinks || Furniture.IsLine(line);
    }

    private void AddSentences(string line)
    {
        foreach (var sentence in SentenceEnd().Split(line).SelectMany(Cut))
        {
            AddBlock(sentence, BlockShape.Sentence);
        }
    }

    private void AddBlock(string text, BlockShape shape)
    {
        var block = new TextBlock(text, _section, shape);
        if (block.Words.Count > 0)
        {
            _blocks.Add(IsFragment(block) ? block with { Shape = BlockShape.Fragment } : block);
        }
    }

    private static bool IsFragment(TextBlock block) =>
        block.Shape is BlockShape.Sentence && block.Words.Count < FewestWordsOfSentence && block.Text[^1] is not ('.' or '!' or '?');

    private static IEnumerable<string> Cut(string sentence)
    {
        while (sentence.Length > LongestBlock)
        {
            var end = sentence.LastIndexOf(' ', LongestBlock - 1) is > 0 and var space ? space : LongestBlock;
            yield return sentence[..end];
            sentence = sentence[end..].TrimStart();
        }

        yield return sentence;
    }

    // A renumbered line is the same line: "2. ", "4.1 ", "(b) " and "- " go.
    private static string WithoutMarker(string line) => Marker().Replace(line, "");

    [GeneratedRegex(@"^(?:[-*•] +)?(?:\d{1,3}[.)] |\d{1,3}(?:\.\d{1,3}){1,3}\.? |\([a-z\d]{1,3}\) )?", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Marker();

    [GeneratedRegex("""(?<=[.!?]["')]?) (?=["'(]?[\p{Lu}\d])""", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex SentenceEnd();
}
