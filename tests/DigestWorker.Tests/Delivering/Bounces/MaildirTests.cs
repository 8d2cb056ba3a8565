using DigestWorker.Delivering.Bounces;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Bounces;

public sealed class MaildirTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Maildir _maildir;

    public MaildirTests()
    {
        Directory.CreateDirectory(_folder.File("new"));
        _maildir = new Maildir(_folder.Path);
    }

    [Fact]
    public void New_mails_come_oldest_first_and_hidden_files_never()
    {
        foreach (var name in (string[])["1795420300.M2.mail", ".nfs0001", "1795420299.M1.mail"])
        {
            _folder.Write(Path.Combine("new", name), "");
        }

        Assert.Equal(["1795420299.M1.mail", "1795420300.M2.mail"], _maildir.New());
    }

    [Fact]
    public void A_mail_is_read_no_further_than_it_is_looked_at()
    {
        _folder.Write(Path.Combine("new", "long"), new string('a', MailReader.MostBytes + 1));
        _folder.Write(Path.Combine("new", "short"), "b");

        Assert.Equal(MailReader.MostBytes, _maildir.Read("long").Length);
        Assert.Equal("b"u8, _maildir.Read("short"));
    }

    [Theory]
    [InlineData("1.mail", "1.mail:2,S")]
    [InlineData("1.mail:2,F", "1.mail:2,S")]
    public void A_mail_that_was_read_is_marked_as_seen(string name, string read)
    {
        _folder.Write(Path.Combine("new", name), "a");

        _maildir.Move(name);

        Assert.Equal("a", File.ReadAllText(Path.Combine(_folder.Path, "cur", read)));
        Assert.Empty(_maildir.New());
    }

    [Fact]
    public void A_mail_that_another_process_put_aside_meanwhile_is_no_fault()
    {
        _maildir.Move("gone");

        Assert.Empty(Directory.GetFiles(_folder.File("cur")));
    }

    public void Dispose() => _folder.Dispose();
}
