namespace DigestWorker.Domain;

/// <summary>One week's sending, unique by week.</summary>
/// <param name="CutOff">Digests of this edition hold what was known before this instant; fixed when the edition begins.</param>
public sealed record Edition(long Id, EditionWeek Week, DateTimeOffset CutOff);
