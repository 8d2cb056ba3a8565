using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>
/// Rows of figures in the order of the source, since a sentence means what it means after the one before it. One whose "they" or
/// "that" would lose what it stands for brings along the sentences that say it, or is left out.
/// </summary>
internal sealed class FigureRows(Entry entry, IEnumerable<Figure> shown, int mostRows)
{
    private readonly SourceSentences _source = new(entry);

    private readonly IReadOnlyList<FigureSentence> _ranked = FigureSentence.Of(shown);

    /// <param name="words">How many may be quoted; what is wanted least is left out first.</param>
    public IReadOnlyList<FigureView> Within(int words)
    {
        // The title stands above already.
        FigureSentence[] ranked = _ranked.Any(told => !_source.IsTitle(told.Sentence)) ? [.. _ranked.Where(told => !_source.IsTitle(told.Sentence))] : [.. _ranked];
        return Enumerable.Range(0, Math.Min(mostRows, ranked.Length) + 1).Reverse()
            .Select(count => InOrder(ranked.Take(count)))
            .First(rows => rows.Sum(row => Quotation.Words(row.Text)) <= words);
    }

    private List<FigureView> InOrder(IEnumerable<FigureSentence> chosen)
    {
        List<FigureView> rows = [];
        string? above = null;
        foreach (var told in chosen.OrderBy(told => _source.Place(told.Sentence)))
        {
            if (_source.Needed(told.Sentence, above) is { } needed)
            {
                rows.Add(Row(told, needed));
                above = told.Sentence;
            }
        }

        return rows;
    }

    private static FigureView Row(FigureSentence told, IReadOnlyList<string> needed)
    {
        var sentence = Quotation.Of(told.Figures[0] with { Quotation = told.Sentence });
        return new FigureView(
            Quotation.Printed(told.Figures[0]),
            told.Printed(sentence),
            string.Join(' ', [.. needed.Select(Quotation.Of), sentence]),
            told.Figures is [{ Unit: FigureUnit.Percent, Direction: null, Value: > 0 and <= 100 } share] ? share.Value : null)
        {
            Rank = told.Rank,
            Told = [.. told.Repeated.Append(told.Sentence).Concat(needed).Select(Quotation.Line)],
            Alone = needed.Count > 0 || !Leaning.OnWhatComesBefore(told.Sentence),
        };
    }
}
