namespace DigestWorker.Web.Views;

/// <summary>The page on which people choose for themselves.</summary>
internal sealed record ChoicesView(string Token, string FormToken, string Address, string State)
{
    public required IReadOnlyList<OptionView> Roles { get; init; }

    /// <summary>Those that the person has.</summary>
    public required IReadOnlyList<OptionView> Areas { get; init; }

    public required IReadOnlyList<OptionView> MoreAreas { get; init; }

    public required IReadOnlyList<OptionView> Follow { get; init; }

    public required IReadOnlyList<OptionView> Mute { get; init; }

    public required string Words { get; init; }

    public required string NotWords { get; init; }

    public required IReadOnlyList<OptionView> Weekdays { get; init; }

    public required IReadOnlyList<OptionView> Options { get; init; }

    public required IReadOnlyList<string> Privacy { get; init; }

    /// <summary>A day in words; null while nothing is paused.</summary>
    public string? PausedUntil { get; init; }

    /// <summary>As yyyy-MM-dd.</summary>
    public required string Earliest { get; init; }

    public required string Latest { get; init; }

    /// <summary>What leads from the address in the browser to the page's own: empty, or "../".</summary>
    public string Base { get; init; } = "";

    /// <summary>What was done just now, in words; null on a page that is only looked at.</summary>
    public string? Saved { get; init; }

    public IReadOnlyList<MistakeView> Mistakes { get; init; } = [];

    public bool Followed => Follow.Any(option => option.Chosen);

    public bool Muted => Mute.Any(option => option.Chosen);

    public string? RoleMistake => MistakeView.At(Mistakes, "role");

    public string? AreaMistake => MistakeView.At(Mistakes, "area-more");

    public string? TopicMistake => MistakeView.At(Mistakes, "mute");

    public string? WordMistake => MistakeView.At(Mistakes, "words");

    public string? NotWordMistake => MistakeView.At(Mistakes, "not-words");

    public string? PauseMistake => MistakeView.At(Mistakes, "until");
}
