using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.People;

/// <summary>
/// Takes a person out of the database and out of the folders of the settings. What is left in the file's free space goes when
/// <see cref="Rewriting"/> runs, at the latest in the housekeeping of the day.
/// </summary>
internal sealed partial class ErasePerson(DigestSettings settings, Database database, Erasing erasing, TimeProvider time, ILogger<ErasePerson> logger)
{
    private readonly PersonalFiles _files = new(settings.Delivery);

    /// <returns>Null where there is nobody of this id, or while another process sends: nothing was changed then.</returns>
    public async Task<ErasureReport?> RunAsync(long subscriberId, CancellationToken cancellationToken) =>
        Email(subscriberId) is { } email ? await RunAsync(email, cancellationToken) : null;

    /// <returns>Null while another process sends: nothing was changed then.</returns>
    public async Task<ErasureReport?> RunAsync(string email, CancellationToken cancellationToken)
    {
        // A mail that is on its way would be noted and written after it was erased.
        using var held = database.TryKeepFromSending();
        if (held is null)
        {
            return null;
        }

        var (named, isSender) = (Named(email), Named(email, InEveryMail).Count > 0);
        // As long as the database knows the person, what was cut off can be asked for again; until it does not, a letter may be written.
        var (deleted, _) = await _files.DeleteAsync(email, isSender, cancellationToken);
        var wasKnown = database.InTransaction(connection => erasing.Erase(connection, email, time.GetUtcNow()));
        var (late, faults) = await _files.DeleteAsync(email, isSender, CancellationToken.None);
        var report = new ErasureReport(wasKnown, deleted + late, faults, named) { IsSender = isSender };
        Tell(report);
        return report;
    }

    // Whoever erases themselves on their page sees neither the folders nor the settings.
    private void Tell(ErasureReport report)
    {
        if (report.Faults.Count > 0)
        {
            NotWhole(string.Join("; ", report.Faults.Select(EmailAddress.Without)));
        }

        if (report.NamedIn.Count > 0)
        {
            StillNamed(string.Join(", ", report.NamedIn));
        }
    }

    private string? Email(long id)
    {
        using var connection = database.Open();
        return Erasing.EmailOf(connection, id);
    }

    private List<string> Named(string email) => Named(email, [.. InEveryMail, .. Elsewhere]);

    private static List<string> Named(string email, IEnumerable<(string Path, string? Text)> texts)
    {
        var person = new PersonInText(email, []);
        return [.. texts.Where(named => named.Text is { } text && person.TakenOut(text) != text).Select(named => named.Path)];
    }

    private IEnumerable<(string Path, string? Text)> InEveryMail =>
    [
        ("Delivery:From", settings.Delivery.From),
        ("Delivery:ReplyTo", settings.Delivery.ReplyTo),
        ("Delivery:LettersFrom", settings.Delivery.LettersFrom),
        ("Delivery:BounceAddress", settings.Delivery.BounceAddress),
        ("Digest:Sender", settings.Digest.Sender),
        .. settings.Digest.SupportLines.Select(line => ($"Digest:SupportLines:{line.Key}", (string?)line.Value)),
    ];

    private IEnumerable<(string Path, string? Text)> Elsewhere =>
    [
        .. settings.Subscribers.Select((one, row) => ($"Subscribers:{row}:Email", one.Email)),
        .. settings.Delivery.OnlyTo.Select((one, row) => ($"Delivery:OnlyTo:{row}", (string?)one)),
        ("Delivery:BounceImap:User", settings.Delivery.BounceImap.User),
        ("Delivery:Smtp:User", settings.Delivery.Smtp.User),
        ("Delivery:Canary", settings.Delivery.Canary),
        ("Alerts:To", settings.Alerts.To),
        ("Collecting:Contact", settings.Collecting.Contact),
        .. settings.Organisations.SelectMany(Contacts),
    ];

    private static IEnumerable<(string Path, string? Contact)> Contacts(Organisation organisation) => organisation.Teams
        .Select(team => (Path: $"Organisations:{organisation.Key}:Teams:{team.Key}:Contact", team.Contact))
        .Prepend((Path: $"Organisations:{organisation.Key}:Contact", organisation.Contact));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody was erased, but for this: {Faults}")]
    private partial void NotWhole(string faults);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody was erased whom the settings still name at {Paths}")]
    private partial void StillNamed(string paths);
}

/// <param name="WasKnown">Somebody of this address was or had been subscribed.</param>
/// <param name="Files">Mails that were deleted.</param>
/// <param name="Faults">A sentence about each folder and mail that may still hold the address.</param>
/// <param name="NamedIn">Paths of the settings file, which is the admin's to change.</param>
internal sealed record ErasureReport(bool WasKnown, int Files, IReadOnlyList<string> Faults, IReadOnlyList<string> NamedIn)
{
    /// <summary>The settings have every mail name the address, so mails to others were left.</summary>
    public bool IsSender { get; init; }
}
