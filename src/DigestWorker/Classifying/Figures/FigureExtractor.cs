using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>
/// Reads the figures of an entry out of its title and text. Every number that counts something is kept, each value once; the
/// few that a reader wants are marked to be shown and stand first.
/// </summary>
internal static class FigureExtractor
{
    private const int MostShown = 8, MostRead = 400;

    // A line without a full stop may be a whole table.
    private const int LongestSentence = 2_000;

    public static IReadOnlyList<Figure> Extract(Reading reading)
    {
        var ranked = Mentions(reading).Take(MostRead)
            .GroupBy(mention => (mention.Figure.Value, mention.Figure.Unit))
            .Select((same, order) => Ranked([.. same], order))
            .OrderByDescending(figure => figure.Salience);
        return [.. ranked.Select((figure, rank) => figure with { Shown = rank < MostShown && figure.Salience >= Salience.Shown })];
    }

    /// <summary>One figure of all its mentions: told by the first that gives it as new outside the title.</summary>
    private static Figure Ranked(IReadOnlyList<Mention> mentions, int order)
    {
        var best = mentions.FirstOrDefault(mention => mention.Figure.Standing == Standing.Current && mention.Signs.Place != Place.Title) ?? mentions[0];
        var figure = best.Figure with
        {
            Direction = best.Figure.Direction ?? mentions.Select(mention => mention.Figure.Direction).FirstOrDefault(known => known is not null),
        };
        var signs = best.Signs with
        {
            Place = mentions.Min(mention => mention.Signs.Place),
            Order = order,
            IsRepeated = mentions.Count > 1,
            IsOfTheField = mentions.Any(mention => mention.Signs.IsOfTheField),
        };
        return figure with { Salience = Math.Round(Salience.Of(figure, signs), 2) };
    }

    private static IEnumerable<Mention> Mentions(Reading reading)
    {
        var told = reading.Passages.Where(passage => passage.Place != Place.Publisher).ToList();
        var main = told.Select(passage => NamedPeriods.First(passage.Text)).FirstOrDefault(period => period is not null && !NamedPeriods.IsMonth(period));
        return from passage in told
               from sentence in Sentences.Of(passage.Text)
               where sentence.Length <= LongestSentence && NumberWords.MayStandIn(sentence)
               let numbers = NumberReader.In(sentence)
               where numbers.Count > 0
               let period = NamedPeriods.First(sentence) ?? main
               let changes = new ChangeWords(sentence)
               from number in numbers
               select ToMention(sentence, number, (period, changes, passage.Place));
    }

    private static Mention ToMention(string sentence, FoundNumber number, (string? Period, ChangeWords Changes, Place Place) around)
    {
        var cues = new NumberCues(sentence, number);
        var what = CountedNoun.After(sentence, number.End);
        var figure = new Figure(
            number.Value,
            number.Unit,
            sentence[cues.Printed].Trim(),
            what,
            around.Period,
            around.Changes.DirectionOf(number),
            cues.StandingIn(around.Changes),
            cues.Exactness,
            Quotation: sentence,
            Salience: 0,
            Shown: false);
        var signs = new FigureSigns(around.Place, Order: 0, NumberParts.Of(sentence, number), IsRepeated: false, CountedNoun.IsOfTheField(what), number.InWords);
        return new Mention(figure, signs);
    }

    private sealed record Mention(Figure Figure, FigureSigns Signs);
}
