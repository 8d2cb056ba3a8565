namespace DigestWorker.Domain;

/// <summary>One number that an entry tells, with all that a reader needs to trust it.</summary>
/// <param name="Value">In the unit: 7,062 is 7062; 44% is 44; "1 in 5" is 0.2; £62.6m is 62600000; an age is in years.</param>
/// <param name="Printed">As the text has it, limits and unit included: "more than 7,000", "£62.6m", "1 in 5".</param>
/// <param name="What">What is counted, as far as the sentence lets it be read; may be empty, so always show the quotation too.</param>
/// <param name="Period">"2023/24", "2024", "2024-Q1", "to-2025-06" (twelve months to June 2025), "2025-06"; null where none is told.</param>
/// <param name="Direction">Set where the figure is a change, or is said to have changed.</param>
/// <param name="Quotation">The sentence that it stands in.</param>
/// <param name="Salience">How much a reader wants it; higher first, comparable within one entry.</param>
/// <param name="Shown">True for the few that a digest prints.</param>
public sealed record Figure(
    double Value,
    FigureUnit Unit,
    string Printed,
    string What,
    string? Period,
    Direction? Direction,
    Standing Standing,
    Exactness Exactness,
    string Quotation,
    double Salience,
    bool Shown)
{
    /// <summary>It can stand without its sentence: what it counts is known, and is not the mere beginning of "for every 10,000 children" or "ceased to be".</summary>
    public bool SaysWhat => What.Split(' ') is [not ("" or "for" or "per" or "in" or "out" or "of"), ..] words
        && !(words is [_, "to" or "by" or "as", ..] && words[0].EndsWith("ed", StringComparison.Ordinal));
}

public enum FigureUnit
{
    Count,
    Percent,
    Ratio,
    Gbp,
    Age,
}

public enum Direction
{
    Up,
    Down,
}

/// <summary>Whether a figure is the news or what the news is held against ("up from 260,400").</summary>
public enum Standing
{
    Current,
    Baseline,
}

/// <summary>How a figure is hedged: "about", "more than", "almost".</summary>
public enum Exactness
{
    Exact,
    About,
    AtLeast,
    AtMost,
}
