namespace DigestWorker.Bench;

/// <summary>One measured figure beside the most that it may be.</summary>
internal sealed record Measure(string What, double Value, double Limit, string Unit)
{
    public bool IsMet => Value <= Limit;
}
