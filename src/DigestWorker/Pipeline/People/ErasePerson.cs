using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.People;

/// <summary>
/// Takes a person out of the database and out of the folders of the settings. What is left in the file's free space goes when
/// <see cref="Rewriting"/> runs, at the latest in the housekeeping of the day.
/// </summary>
internal sealed class ErasePerson(DigestSettings settings, Database database, Erasing erasing, TimeProvider time)
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

        // As long as the database knows the person, what was cut off can be asked for again; until it does not, a letter may be written.
        var (deleted, _) = await _files.DeleteAsync(email, cancellationToken);
        var wasKnown = database.InTransaction(connection => erasing.Erase(connection, email, time.GetUtcNow()));
        var (late, faults) = await _files.DeleteAsync(email, CancellationToken.None);
        return new ErasureReport(wasKnown, deleted + late, faults, [.. NamedIn(email)]);
    }

    private string? Email(long id)
    {
        using var connection = database.Open();
        return Erasing.EmailOf(connection, id);
    }

    private IEnumerable<string> NamedIn(string email) => settings.Subscribers
        .Select((one, row) => (Path: $"Subscribers:{row}:Email", one.Email))
        .Concat(settings.Delivery.OnlyTo.Select((one, row) => (Path: $"Delivery:OnlyTo:{row}", (string?)one)))
        .Append(("Delivery:Canary", settings.Delivery.Canary))
        .Append(("Alerts:To", settings.Alerts.To))
        .Append(("Collecting:Contact", settings.Collecting.Contact))
        .Concat(settings.Organisations.SelectMany(Contacts))
        .Where(named => named.Item2 is { } address && EmailAddress.AreSame(address, email))
        .Select(named => named.Item1);

    private static IEnumerable<(string Path, string? Contact)> Contacts(Organisation organisation) => organisation.Teams
        .Select(team => (Path: $"Organisations:{organisation.Key}:Teams:{team.Key}:Contact", team.Contact))
        .Prepend((Path: $"Organisations:{organisation.Key}:Contact", organisation.Contact));
}

/// <param name="WasKnown">Somebody of this address was or had been subscribed.</param>
/// <param name="Files">Mails that were deleted.</param>
/// <param name="Faults">Why others could not be.</param>
/// <param name="NamedIn">Paths of the settings file, which is the admin's to change.</param>
internal sealed record ErasureReport(bool WasKnown, int Files, IReadOnlyList<string> Faults, IReadOnlyList<string> NamedIn);
