using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Pickup;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Pickup;

public sealed class PickupIndexTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Each_digest_is_listed_with_subject_recipient_date_size_and_link()
    {
        await WriteAsync(AMessage.To("lead@school.example.org"));

        var page = await IndexAsync();

        Assert.Contains("1 digest.", page, StringComparison.Ordinal);
        Assert.Matches("<a href=\"2026-W47-[0-9a-f]{32}[.]eml\">Safeguarding digest 23 Nov: 3 releases, 1 guidance page</a>", page);
        Assert.Contains("<td>lead@school.example.org</td><td>23 Nov 2026, 07:30 (+00:00)</td><td class=\"number\">2 kB</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encoded_headers_are_shown_as_people_read_them()
    {
        await WriteAsync(AMessage.To("lead@example.org") with { Subject = "Zoë’s digest – a very long subject that has to be folded over several lines", To = new MailAddress("lead@example.org", "Zoë Lead") });

        var page = await IndexAsync();

        Assert.Contains("Zo&#235;’s digest – a very long subject that has to be folded over several lines", page, StringComparison.Ordinal);
        Assert.Contains("Zo&#235; Lead &lt;lead@example.org&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_subject_is_text_and_not_markup()
    {
        await WriteAsync(AMessage.To("lead@example.org") with { Subject = "<script>alert(1)</script> \"&" });

        var page = await IndexAsync();

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_has_an_index_too() => Assert.Contains("No digests here yet.", await IndexAsync(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("no header at all")]
    [InlineData("Date: yesterday\r\nSubject: =?utf-8?B?***?=\r\n\r\n")]
    public async Task A_strange_file_is_listed_all_the_same(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_temp.Path, "strange & old.eml"), content, TestContext.Current.CancellationToken);

        var page = await IndexAsync();

        Assert.Contains("href=\"strange%20%26%20old.eml\"", page, StringComparison.Ordinal);
        Assert.Contains("<td>unknown</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_before_it_is_read_is_left_out_and_keeps_no_other_from_being_listed()
    {
        File.CreateSymbolicLink(Path.Combine(_temp.Path, "gone.eml"), Path.Combine(_temp.Path, "nowhere"));
        await WriteAsync(AMessage.To("lead@school.example.org"));

        var page = await IndexAsync();

        Assert.Contains("<td>lead@school.example.org</td>", page, StringComparison.Ordinal);
        Assert.Contains("1 digest.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("gone.eml", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_keeps_no_run_from_its_end()
    {
        Directory.CreateDirectory(Path.Combine(_temp.Path, PickupIndex.FileName));

        await WriteAsync(AMessage.To("lead@school.example.org"));

        Assert.Single(Directory.GetFiles(_temp.Path));
    }

    [Fact]
    public async Task The_index_is_the_same_when_nothing_changed_and_leaves_nothing_behind()
    {
        await WriteAsync(AMessage.To("lead@school.example.org"));

        Assert.Equal(await IndexAsync(), await IndexAsync());
        Assert.Equal(2, Directory.GetFiles(_temp.Path).Length);
    }

    private async Task WriteAsync(OutgoingMessage message)
    {
        await using var transport = new PickupFolderTransport(_temp.Path);
        await transport.SendAsync(
            new Envelope(message.From.Address, message.To.Address, message.MessageId), MimeWriter.Write(message), TestContext.Current.CancellationToken);
    }

    private async Task<string> IndexAsync()
    {
        await PickupIndex.WriteAsync(_temp.Path, TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(Path.Combine(_temp.Path, PickupIndex.FileName), TestContext.Current.CancellationToken);
    }
}
