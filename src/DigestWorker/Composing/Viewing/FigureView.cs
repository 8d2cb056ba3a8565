using System.Globalization;

namespace DigestWorker.Composing.Viewing;

/// <summary>What one sentence of a source says in figures.</summary>
/// <param name="Foremost">The one that a reader wants most.</param>
/// <param name="Figures">All of them, as the source prints them, limits included: "more than 7,000; 44%".</param>
/// <param name="Text">The sentence itself, after those that it cannot be understood without; what is counted where nothing may be quoted.</param>
/// <param name="Share">0 to 100 where the sentence tells one share that may be drawn beside others; null for no bar.</param>
internal sealed record FigureView(string Foremost, string Figures, string Text, double? Share)
{
    /// <summary>How much a reader wants it; 0 is the most wanted.</summary>
    public int Rank { get; init; }

    /// <summary>Every sentence that it tells, so that none is told again beside it.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>False where only the row above says what it is about.</summary>
    public bool Alone { get; init; } = true;

    public bool HasBar => Share is not null;

    public string Bar => Percent(Share ?? 0);

    public string BarRest => Percent(100 - (Share ?? 0));

    // A cell of no width would still take some.
    private static string Percent(double share) => Math.Clamp(Math.Round(share), 1, 99).ToString(CultureInfo.InvariantCulture) + "%";
}
