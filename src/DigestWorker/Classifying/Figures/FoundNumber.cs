using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>A number with its unit, where it stands in its sentence.</summary>
internal sealed record FoundNumber(double Value, FigureUnit Unit, int Start, int End, bool InWords)
{
    /// <summary>Where the span stands that it is one end of: alone the lower end of "10 to 15%" would lack its unit.</summary>
    public Range? Span { get; init; }
}
