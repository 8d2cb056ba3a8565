using System.Runtime.InteropServices;

namespace DigestWorker.Classifying.Figures;

/// <summary>What, beside the figure itself, decides how much a reader wants it.</summary>
/// <param name="Place">The most telling one that names it.</param>
/// <param name="Order">0 for the first of its text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FigureSigns(Place Place, int Order, NumberPart Part, bool IsRepeated, bool IsOfTheField, bool IsInWords);

/// <summary>What a number is to its sentence.</summary>
internal enum NumberPart
{
    Told,

    /// <summary>The whole that another number is a part of: "986 of 5,873".</summary>
    Whole,

    /// <summary>How many were asked.</summary>
    Sample,

    InBrackets,

    /// <summary>What somebody asks for what they sell: "from just £10 per user".</summary>
    Price,
}
