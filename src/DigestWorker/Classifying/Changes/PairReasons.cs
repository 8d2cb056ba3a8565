namespace DigestWorker.Classifying.Changes;

/// <summary>Names what changed between a sentence and its new wording.</summary>
internal static class PairReasons
{
    private const int NewsWording = 6;
    private const int WordsShown = 14;

    public static IReadOnlyList<ChangeReason> Of(BlockPair pair)
    {
        IReadOnlyList<ChangeReason> named = [.. Duties(pair), .. Values(pair), .. Turns(pair), .. Addresses(pair)];
        return [.. (named.Count > 0 ? named : [Wording(pair)]).Select(reason => reason with { Section = pair.After.Section })];
    }

    private static IEnumerable<ChangeReason> Duties(BlockPair pair) =>
        from change in DutyChanges(pair).Pairs()
        where change.Was is { IsBinding: true } || change.Now is { IsBinding: true }
        select Named(ChangeReason.Duty, "", Quoted(change.Was?.Text), Quoted(change.Now?.Text));

    private static Difference<DutyWord> DutyChanges(BlockPair pair) =>
        Difference.Between(DutyWords.Of(pair.Before.Words), DutyWords.Of(pair.After.Words), duty => duty.Key);

    private static IEnumerable<ChangeReason> Values(BlockPair pair)
    {
        var changes = MovedMeasures.Of(pair);
        return from sort in Enum.GetValues<MeasureSort>()
               from change in changes.Where(change => (change.Now ?? change.Was)!.Sort == sort)
               select Named(ChangeReason.Telling, (change.Now ?? change.Was)!.Name + " ", change.Was?.Text, change.Now?.Text) with
               {
                   IsOfPeriod = sort is MeasureSort.Period,
               };
    }

    private static IEnumerable<ChangeReason> Turns(BlockPair pair)
    {
        var words = Difference.Between(pair.Before.Words, pair.After.Words, word => word.ToLowerInvariant());
        if (Conditions.Turned(words) is { } turned)
        {
            yield return Named(ChangeReason.Telling, "", Quoted(turned.Was), Quoted(turned.Now));
        }

        // What a duty word already tells is not told twice.
        var isDuty = Duties(pair).Any();
        var conditions = Difference.Between(Conditions.Of(pair.Before.Words), Conditions.Of(pair.After.Words), condition => condition.Word)
            .Of(condition => !isDuty || condition.Word is not ("not" or "never"));
        foreach (var (was, now) in conditions.Pairs())
        {
            yield return Named(ChangeReason.Telling, "condition ", Quoted(was?.Text), Quoted(now?.Text));
        }
    }

    private static IEnumerable<ChangeReason> Addresses(BlockPair pair)
    {
        var difference = Difference.Between(Contacts.Of(pair.Before.Text), Contacts.Of(pair.After.Text), contact => contact.Key);
        return from name in difference.Removed.Concat(difference.Added).Select(contact => contact.Name).Distinct(StringComparer.Ordinal)
               from change in difference.Of(contact => contact.Name == name).Pairs()
               select Named(ChangeReason.News, name + " ", change.Was?.Text, change.Now?.Text);
    }

    private static ChangeReason Wording(BlockPair pair) => WordingChange.Between(pair.Before, pair.After) switch
    {
        { IsSpelling: true } => new ChangeReason(ChangeReason.Silent, $"spelling in {Shown(pair.After)}"),
        { Substantial: >= NewsWording } => new ChangeReason(ChangeReason.News, $"reworded: {Shown(pair.After)}"),
        _ => new ChangeReason(ChangeReason.Minor, $"wording in {Shown(pair.After)}"),
    };

    private static ChangeReason Named(int weight, string name, string? was, string? now) => new(weight, (was, now) switch
    {
        (null, _) => $"{name}{now} added",
        (_, null) => $"{name}{was} dropped",
        _ => $"{name}{was} became {now}",
    })
    {
        IsNewValue = was is not null && now is not null,
    };

    private static string? Quoted(string? words) => words is null ? null : $"\"{words}\"";

    private static string Shown(TextBlock block) => $"\"{Words.Shortened(block.Text, WordsShown)}\"";
}
