using DigestWorker.Pipeline.People;
using DigestWorker.Storage;
using static DigestWorker.Tests.Pipeline.People.PersonRoom;

namespace DigestWorker.Tests.Pipeline.People;

/// <summary>Erasing where one of the folders cannot be listed: a link in its place leads in a circle or nowhere, or a file lies there.</summary>
public sealed class UnlistedFoldersTests : IDisposable
{
    private readonly PersonRoom _room = new();

    private string Outbox => Path.Combine(_room.Newsroom.Folder, "outbox");

    [Theory]
    [InlineData("outbox", "circle", 2), InlineData("outbox", "nowhere", 2), InlineData("outbox", "file", 2)]
    [InlineData("bounces/new", "circle", 3), InlineData("bounces/new", "nowhere", 3), InlineData("bounces/new", "file", 3)]
    [InlineData("bounces/cur", "circle", 3)]
    public async Task What_can_be_erased_is_and_the_folder_is_told(string folder, string instead, int files)
    {
        await _room.FillAsync();
        var path = Path.Combine(_room.Newsroom.Folder, folder);
        Replace(path, instead);

        var report = await _room.Get<ErasePerson>().RunAsync(Email, TestContext.Current.CancellationToken);

        Assert.Equal((true, files), (report!.WasKnown, report.Files));
        Assert.StartsWith($"The folder {path} could not be listed, and mails in it may hold the address: ", Assert.Single(report.Faults), StringComparison.Ordinal);
        Assert.Equal([Other], _room.Get<Subscribers>().Everybody().Select(one => one.Email));
    }

    [Fact]
    public async Task A_folder_that_was_never_made_is_no_fault()
    {
        await _room.FillAsync();
        Directory.Delete(Outbox, recursive: true);
        Directory.Delete(Path.Combine(_room.Maildir, "cur"), recursive: true);

        var report = await _room.Get<ErasePerson>().RunAsync(Email, TestContext.Current.CancellationToken);

        Assert.Equal((true, 1), (report!.WasKnown, report.Files));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_read_is_told_by_its_name_and_stops_no_other()
    {
        await _room.FillAsync();
        var broken = Path.Combine(Outbox, "0.eml");
        File.CreateSymbolicLink(broken, broken);

        var report = await _room.Get<ErasePerson>().RunAsync(Email, TestContext.Current.CancellationToken);

        Assert.Equal(4, report!.Files);
        Assert.StartsWith($"The mail {broken} could not be read or deleted, and may hold the address: ", Assert.Single(report.Faults), StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();

    private static void Replace(string path, string instead)
    {
        Directory.Delete(path, recursive: true);
        switch (instead)
        {
            case "circle":
                Directory.CreateSymbolicLink(path, path);
                break;
            case "nowhere":
                Directory.CreateSymbolicLink(path, $"{path}-gone");
                break;
            default:
                File.WriteAllText(path, "");
                break;
        }
    }
}
