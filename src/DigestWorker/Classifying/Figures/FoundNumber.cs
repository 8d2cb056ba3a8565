using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>A number with its unit, where it stands in its sentence.</summary>
internal sealed record FoundNumber(double Value, FigureUnit Unit, int Start, int End, bool InWords);
