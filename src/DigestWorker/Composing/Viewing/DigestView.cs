namespace DigestWorker.Composing.Viewing;

/// <summary>All that the templates may show of one digest, in words. What is null or empty is left out.</summary>
internal sealed record DigestView
{
    public required string Subject { get; init; }

    public required string Preheader { get; init; }

    public required DigestWords Words { get; init; }

    /// <summary>"Sunday 22 November 2026".</summary>
    public required string WeekEnding { get; init; }

    /// <summary>"designated safeguarding leads".</summary>
    public required string Roles { get; init; }

    /// <summary>"3 releases of figures and 1 guidance page"; empty in a note that there is nothing.</summary>
    public required string Counts { get; init; }

    /// <summary>"About 4 minutes".</summary>
    public required string ReadingTime { get; init; }

    public required bool First { get; init; }

    /// <summary>"Nothing new on your topics in the weeks to 8 and 15 November 2026."; empty where the last week had a digest.</summary>
    public required string Quiet { get; init; }

    /// <summary>The sensitive topics that the digest carries: "child sexual abuse and self-harm".</summary>
    public required string SensitiveTopics { get; init; }

    public required string UnreadSources { get; init; }

    public required IReadOnlyList<BriefView> InBrief { get; init; }

    public required IReadOnlyList<SectionView> Sections { get; init; }

    public required IReadOnlyList<OneLinerView> OneLiners { get; init; }

    public required IReadOnlyList<ComingUpView> ComingUp { get; init; }

    /// <summary>"12 more releases"; empty where everything found room.</summary>
    public required string More { get; init; }

    /// <summary>For which roles, areas and wishes it was chosen, in whole sentences.</summary>
    public required string ChosenFor { get; init; }

    /// <summary>Where one act stops the digest; empty where the program has no web pages.</summary>
    public required string Unsubscribe { get; init; }

    /// <summary>Where its reader chooses topics, the day and more, and finds what is held; empty where the program has no web pages.</summary>
    public required string Choices { get; init; }

    /// <summary>Where this digest can be read in a browser; empty where the program has no web pages.</summary>
    public required string Online { get; init; }

    /// <summary>Where all stands that found no room; empty where the program has no web pages.</summary>
    public required string All { get; init; }

    /// <summary>What is held about people; empty where the program has no web pages.</summary>
    public required string Privacy { get; init; }

    /// <summary>Where the notice for whoever a team added goes; it brings its own box.</summary>
    public string Notice { get; } = PersonalSlots.Mark(PersonalSlots.Notice);

    /// <summary>Where the subscriber's own lines go.</summary>
    public string Why { get; } = PersonalSlots.Mark(PersonalSlots.WhyYouGetThis);
}
