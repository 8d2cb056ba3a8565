namespace DigestWorker.Matching.Weighing;

/// <summary>How much there is of each kind of evidence between two entries, in the unit of its kind.</summary>
internal sealed class Observations
{
    private static readonly int Kinds = Enum.GetValues<EvidenceKind>().Length;

    private readonly double[] _amounts = new double[Kinds];

    public double this[EvidenceKind kind] => _amounts[(int)kind];

    public bool Has(EvidenceKind kind) => _amounts[(int)kind] > 0;

    public void Note(EvidenceKind kind, double amount) => _amounts[(int)kind] = amount;

    public void Note(EvidenceKind kind, bool holds) => _amounts[(int)kind] = holds ? 1 : 0;

    /// <param name="weights">What one unit of each kind counts, by kind.</param>
    public double Weighed(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var kind = 0; kind < _amounts.Length; kind++)
        {
            sum += weights[kind] * _amounts[kind];
        }

        return sum;
    }
}
