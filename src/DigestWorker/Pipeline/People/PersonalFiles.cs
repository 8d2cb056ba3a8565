using DigestWorker.Delivering.Pickup;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.People;

/// <summary>Mails in the folders of the settings: those that were written in place of being sent, and those that came back.</summary>
internal sealed class PersonalFiles(DeliverySettings delivery)
{
    /// <summary>Deletes every mail that holds the address; one that cannot be deleted, or a folder that cannot be listed, stops no other.</summary>
    /// <returns>How many are gone, and the words about those that are not.</returns>
    public async Task<(int Deleted, IReadOnlyList<string> Faults)> DeleteAsync(string email, CancellationToken cancellationToken)
    {
        var address = new AddressBytes(email);
        var (deleted, faults) = (0, new List<string>());
        IReadOnlyList<string> mails = [];
        await TryAsync(() => Task.FromResult(mails = Mails()));
        foreach (var file in mails)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TryAsync(async () =>
            {
                if (address.IsIn(await File.ReadAllBytesAsync(file, cancellationToken)))
                {
                    File.Delete(file);
                    deleted++;
                }
            });
        }

        await TryAsync(() => ListAnewAsync(cancellationToken));
        return (deleted, faults);

        async Task TryAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(fault.Message);
            }
        }
    }

    private IReadOnlyList<string> Mails() =>
    [
        .. In(delivery.PickupFolder, "*.eml"),
        .. delivery.BounceMaildir is { } maildir ? [.. In(Path.Combine(maildir, "new"), "*"), .. In(Path.Combine(maildir, "cur"), "*")] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> In(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern) : [];

    // The list names recipients.
    private async Task ListAnewAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(delivery.PickupFolder, PickupIndex.FileName)))
        {
            WholeFile.RemoveLeftovers(delivery.PickupFolder);
            await PickupIndex.WriteAsync(delivery.PickupFolder, cancellationToken);
        }
    }
}
