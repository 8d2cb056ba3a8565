using System.Text;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class LocalFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("collecting").FullName;

    [Fact]
    public async Task A_file_is_read()
    {
        var path = Path.Combine(_folder, "a feed.xml");
        await File.WriteAllTextAsync(path, AFetcher.Feed);

        var answer = Assert.IsType<FetchResult.Fetched>(await FetchAsync(path)).Answer;

        Assert.Equal(AFetcher.Feed, Encoding.UTF8.GetString(answer.Bytes));
    }

    [Fact]
    public async Task A_missing_file_a_missing_folder_and_a_folder_are_faults()
    {
        Assert.Equal($"there is no file {_folder}/none.xml", await ReasonAsync($"{_folder}/none.xml"));
        Assert.Equal($"there is no file {_folder}/none/none.xml", await ReasonAsync($"{_folder}/none/none.xml"));
        Assert.Equal($"{_folder} is a folder, not a file", await ReasonAsync(_folder));
    }

    [Fact]
    public async Task A_file_larger_than_the_settings_allow_is_a_fault()
    {
        var path = Path.Combine(_folder, "large.xml");
        await File.WriteAllBytesAsync(path, new byte[10_000_001]);

        Assert.Equal("it is larger than 10 MB, the most that Collecting:MaxMegabytes allows", await ReasonAsync(path));
    }

    [Fact]
    public async Task A_file_of_another_machine_is_a_fault() =>
        Assert.Equal(
            "it is a file of another machine, and only files of this one are read",
            Assert.IsType<FetchResult.Failed>(await AFetcher.On(new CannedServer()).FetchAsync(new("file://example.org/feed.xml"), null, CancellationToken.None)).Reason);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<FetchResult> FetchAsync(string path) =>
        AFetcher.On(new CannedServer()).FetchAsync(new UriBuilder("file", "", -1, path).Uri, since: null, CancellationToken.None);

    private static async Task<string> ReasonAsync(string path) => Assert.IsType<FetchResult.Failed>(await FetchAsync(path)).Reason;
}
