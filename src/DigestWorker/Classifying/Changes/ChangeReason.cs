namespace DigestWorker.Classifying.Changes;

/// <summary>One named thing that changed.</summary>
/// <param name="Words">For instance: time limit one working day became 24 hours.</param>
/// <param name="Section">The heading that it stands under; empty where there is none or the words name it.</param>
internal sealed record ChangeReason(int Weight, string Words, string Section = "")
{
    public const int Duty = 4;
    public const int Telling = 3;
    public const int News = 2;
    public const int Minor = 1;
    public const int Silent = 0;

    /// <summary>True where one value took another's place: on a page about a whole series nothing less is news.</summary>
    public bool IsNewValue { get; init; }

    /// <summary>True where the value is a period.</summary>
    public bool IsOfPeriod { get; init; }

    public bool IsNews => Weight >= News;
}
