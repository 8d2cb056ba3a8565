using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>Says what changed between two versions of an entry, and whether that makes news again.</summary>
internal static class ChangeDescriber
{
    /// <param name="note">A change note that the earlier version did not have.</param>
    public static Change Describe(VersionText before, VersionText after, ChangeNote? note = null)
    {
        var publishersWord = PublishersWord.Of(note);
        return FailedFetch.Sign(before, after, publishersWord is not null) is { } sign
            ? new Change(Substantive: false, sign, [sign], ChangeType.Suspicious)
            : Describe(before, after, publishersWord);
    }

    private static Change Describe(VersionText before, VersionText after, string? publishersWord)
    {
        var changes = TextChanges.Between(before.Text, after.Text);
        var reasons = ChangeReasons.Of(before, after, changes);
        if (NewPeriod.Of(before, after, changes) is { } period)
        {
            return News(ChangeType.NewPeriod, publishersWord, [new ChangeReason(ChangeReason.Duty, period), .. reasons.Where(reason => !reason.IsOfPeriod)]);
        }

        return publishersWord is not null || reasons.Any(reason => reason.IsNews)
            ? News(ChangeType.Substantive, publishersWord, reasons)
            : Silent(before, after, changes, reasons);
    }

    private static Change News(ChangeType type, string? publishersWord, IReadOnlyList<ChangeReason> reasons) =>
        new(
            Substantive: true,
            ChangeSummary.Of(publishersWord, reasons.Where(reason => reason.IsNews)),
            [.. new[] { publishersWord }.OfType<string>(), .. reasons.Select(ChangeSummary.Of)],
            type);

    private static Change Silent(VersionText before, VersionText after, TextChanges changes, IReadOnlyList<ChangeReason> reasons)
    {
        if (DateMove.Between(before.Published, after.Published) is { } move)
        {
            var corrected = $"Published date corrected from {DateMove.Said(move.Was)} to {DateMove.Said(move.Now)}.";
            return new Change(Substantive: false, corrected, [corrected, .. reasons.Select(ChangeSummary.Of)], ChangeType.DateCorrection);
        }

        var type = SilentType(before, after, changes, reasons);
        return new Change(Substantive: false, Said(type), [.. reasons.Select(ChangeSummary.Of)], type);
    }

    private static ChangeType SilentType(VersionText before, VersionText after, TextChanges changes, IReadOnlyList<ChangeReason> reasons) => true switch
    {
        _ when reasons.Any(reason => reason.Weight > ChangeReason.Silent) => ChangeType.Wording,
        _ when reasons.Count > 0 => ChangeType.Spelling,
        _ when changes.IsRespelt || before.PlainTitle != after.PlainTitle => ChangeType.Spelling,
        _ when changes.IsMoved => ChangeType.Moved,
        _ when PlainForm.Of(before.Text) != PlainForm.Of(after.Text) => ChangeType.Furniture,
        _ => ChangeType.Nothing,
    };

    private static string Said(ChangeType type) => type switch
    {
        ChangeType.Wording => "Only the wording changed.",
        ChangeType.Spelling => "Only spelling or punctuation changed.",
        ChangeType.Moved => "Text moved, none changed.",
        ChangeType.Furniture => "Only the furniture of the page changed.",
        _ => "",
    };
}
