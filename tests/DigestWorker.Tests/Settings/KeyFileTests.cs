using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Settings;

public sealed class KeyFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => _folder.File("data/digest.db.key");

    [Fact]
    public void It_is_made_at_the_first_use_for_its_owner_alone_and_read_ever_after()
    {
        var first = KeyFile.ReadOrCreate(File);

        Assert.Equal(first.Sign("purpose", "text"), KeyFile.ReadOrCreate(File).Sign("purpose", "text"));
        Assert.Equal([Path.GetFullPath(File)], Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFullPath));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void What_an_older_key_signed_is_known_after_a_new_one_was_made()
    {
        var old = KeyFile.ReadOrCreate(File).Sign("purpose", "text");
        KeyFile.Rotate(File);
        var ring = KeyFile.ReadOrCreate(File);

        Assert.Equal(2, ring.Ids.Count);
        Assert.NotEqual(old, ring.Sign("purpose", "text"));
        Assert.True(ring.IsSigned("purpose", "text", old));
        Assert.False(ring.IsSigned("another purpose", "text", old));
        Assert.False(ring.IsSigned("purpose", "another text", old));
    }

    [Theory]
    [InlineData("not a key\n"), InlineData("\n"), InlineData("c2hvcnQ=\n")]
    public void A_file_that_holds_no_keys_is_refused_in_words(string text)
    {
        KeyFile.ReadOrCreate(File);
        System.IO.File.WriteAllText(File, text);

        Assert.Contains("key file", Assert.Throws<KeyFault>(() => KeyFile.ReadOrCreate(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Starts_at_the_same_time_end_with_the_same_key()
    {
        for (var round = 0; round < 50; round++)
        {
            var file = $"{File}.{round}";
            var signatures = new byte[8][];
            Parallel.For(0, signatures.Length, at => signatures[at] = KeyFile.ReadOrCreate(file).Sign("purpose", "text"));

            Assert.All(signatures, signature => Assert.Equal(KeyFile.ReadOrCreate(file).Sign("purpose", "text"), signature));
        }
    }

    public void Dispose() => _folder.Dispose();
}
