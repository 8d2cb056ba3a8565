using DigestWorker.Delivering.Pickup;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.People;

/// <summary>Mails in the folders of the settings: those that were written in place of being sent, and those that came back.</summary>
internal sealed class PersonalFiles(DeliverySettings delivery)
{
    private IEnumerable<(string Path, string Pattern, string[] Recipients)> Folders =>
    [
        (delivery.PickupFolder, "*.eml", RecipientLines.Sent),
        .. delivery.BounceMaildir is { } maildir ? [(Path.Combine(maildir, "new"), "*", RecipientLines.Returned), (Path.Combine(maildir, "cur"), "*", RecipientLines.Returned)] : Array.Empty<(string, string, string[])>(),
    ];

    /// <summary>Deletes every mail that holds the address; one that cannot be deleted, or a folder that cannot be listed, stops no other.</summary>
    /// <param name="isInEvery">Each mail names the address as its sender's: only those go that are for this person, or did not reach them.</param>
    /// <returns>How many are gone, and a sentence about each that is not.</returns>
    public async Task<(int Deleted, IReadOnlyList<string> Faults)> DeleteAsync(string email, bool isInEvery, CancellationToken cancellationToken)
    {
        var address = new AddressBytes(email);
        var (deleted, faults) = (0, new List<string>());
        foreach (var (folder, pattern, recipients) in Folders)
        {
            var mails = new List<string>();
            await TryAsync(() => List(folder, pattern, mails), $"The folder {folder} could not be listed, and mails in it may hold the address");
            foreach (var file in mails)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await TryAsync(() => DeleteAsync(file, recipients), $"The mail {file} could not be read or deleted, and may hold the address");
            }
        }

        await TryAsync(() => ListAnewAsync(cancellationToken), $"The list {PickupIndex.FileName} in {delivery.PickupFolder} could not be written anew, and may name the address");
        return (deleted, faults);

        async Task DeleteAsync(string file, string[] recipients)
        {
            var mail = await File.ReadAllBytesAsync(file, cancellationToken);
            if (address.IsIn(isInEvery ? RecipientLines.Of(mail, recipients) : mail))
            {
                File.Delete(file);
                deleted++;
            }
        }

        async Task TryAsync(Func<Task> work, string because)
        {
            try
            {
                await work();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add($"{because}: {fault.Message}");
            }
        }
    }

    // What was listed before it failed is looked at all the same. Where there is no folder there are no mails; a link that leads nowhere may have led to some.
    private static Task List(string folder, string pattern, List<string> mails)
    {
        try
        {
            mails.AddRange(Directory.EnumerateFiles(folder, pattern));
        }
        catch (DirectoryNotFoundException) when (!File.Exists(folder) && new DirectoryInfo(folder).LinkTarget is null)
        {
        }

        return Task.CompletedTask;
    }

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
