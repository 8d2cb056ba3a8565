namespace DigestWorker.Cli.Starting;

/// <summary>What a first settings file needs to know.</summary>
/// <param name="Host">The mail server; null writes mails into a folder.</param>
internal sealed record StartAnswers(string From, string? Host, string Subscriber, string Role, string Area);
