namespace DigestWorker.Classifying.Changes;

/// <summary>What sort of change it is, the most telling last; all before <see cref="NewPeriod"/> are silent.</summary>
internal enum ChangeType
{
    Nothing,
    Furniture,
    Moved,
    Spelling,
    Wording,
    DateCorrection,

    /// <summary>The new text looks like a failed fetch: the earlier version stays.</summary>
    Suspicious,
    NewPeriod,
    Substantive,

    /// <summary>It was withdrawn or came back, an announced release is out, or an announced date moved.</summary>
    Standing,
}

/// <summary>How one version of an entry differs from the one before it.</summary>
/// <param name="Substantive">True when it makes news again.</param>
/// <param name="Summary">One line: the publisher's own note, then the three weightiest reasons; empty where nothing changed.</param>
/// <param name="Reasons">The forty weightiest at most, the publisher's own note before them.</param>
internal sealed record Change(bool Substantive, string Summary, IReadOnlyList<string> Reasons, ChangeType Type);
