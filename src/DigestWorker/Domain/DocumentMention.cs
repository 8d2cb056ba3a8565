namespace DigestWorker.Domain;

/// <summary>A guidance document that an entry names.</summary>
/// <param name="Name">In lower case, one for all the ways in which it is called.</param>
/// <param name="Edition">"2024", or "2024-09" by the month in which it comes into force; null where none is told.</param>
public sealed record DocumentMention(string Name, string? Edition, DocumentPlace Place, DocumentStage Stage);

public enum DocumentPlace
{
    Title,
    Opening,
    Body,
}

public enum DocumentStage
{
    /// <summary>In force or published, for information too.</summary>
    Published,
    Consultation,

    /// <summary>What became of a consultation.</summary>
    Response,
}
