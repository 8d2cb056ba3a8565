namespace DigestWorker.Classifying.Changes;

internal enum MeasureSort
{
    Date,
    Period,
    Age,
    Limit,
    Time,
    Number,
}

/// <summary>A date, a number or another value that a sentence gives.</summary>
/// <param name="Key">Equal for one value written in two ways.</param>
internal sealed record Measure(MeasureSort Sort, string Text, string Key)
{
    public string Name => Sort switch
    {
        MeasureSort.Date => "date",
        MeasureSort.Period => "period",
        MeasureSort.Age => "age",
        MeasureSort.Limit => "time limit",
        MeasureSort.Time => "time",
        _ => "number",
    };
}
