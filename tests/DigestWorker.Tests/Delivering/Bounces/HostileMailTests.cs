using System.Diagnostics;
using System.Text;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DigestWorker.Tests.Delivering.Bounces;

public sealed class HostileMailTests
{
    private const string Report = """
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Action: failed
        Status: 5.1.1

        """;

    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Mails => new()
    {
        { "a hundred thousand headers", Repeat("X-Filler: 1\r\n", 100_000) + "\r\nbody" },
        { "one header of a hundred thousand lines", "Subject: a\r\n" + Repeat(" b\r\n", 100_000) },
        { "one line of five megabytes", "Subject: " + new string('a', 5_000_000) },
        { "nested a thousand deep", Nested(1_000) },
        { "half a million parts", Multipart(Repeat("--b\r\n", 500_000)) },
        { "half a million empty groups", Multipart("--b\r\nContent-Type: message/delivery-status\r\n\r\n" + Repeat("\n", 500_000)) },
        { "a hundred thousand recipients", Multipart("--b\r\nContent-Type: message/delivery-status\r\n\r\n" + Repeat("Action: x\n\n", 100_000)) },
        { "a hundred thousand parameters", $"Content-Type: multipart/report{Repeat("; a=\"b", 100_000)}\r\n\r\n" },
        { "nothing", "" },
        { "line ends alone", Repeat("\r\n", 1_000) },
    };

    [Theory, MemberData(nameof(Mails))]
    public void Whatever_comes_is_answered_quickly(string what, string mail)
    {
        var watch = Stopwatch.StartNew();

        var read = MailReader.Read(Encoding.Latin1.GetBytes(mail));

        Assert.True(read.Kind == BounceKind.Other && watch.Elapsed < Quickly, $"{what}: {read.Kind} after {watch.Elapsed}");
    }

    [Fact]
    public void Any_bytes_have_an_answer() => Prop.ForAll<byte[]>(bytes => MailReader.Read(bytes).Status is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_cut_of_a_report_has_an_answer()
    {
        var mail = ReturnedMail.Of("gmail-disabled");
        for (var length = 0; length < mail.Length; length += 7)
        {
            Assert.NotNull(MailReader.Read(mail.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(@".*+?^${}()|[]\")]
    [InlineData("(a+)+$")]
    [InlineData("--")]
    [InlineData("=_ spaced out")]
    public void A_boundary_is_a_text_not_a_pattern(string boundary)
    {
        var mail = $"Content-Type: multipart/report; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n{Report}\r\n--{boundary}--\r\n";

        Assert.Equal(BounceKind.Hard, MailReader.Read(Encoding.Latin1.GetBytes(mail)).Kind);
    }

    [Fact]
    public void A_header_inside_another_is_no_header()
    {
        const string mail = "Subject: hello\r\n Delivered-To: bounce+0123456789abcdef0123456789abcdef@example.org\r\n Auto-Submitted: auto-replied\r\n"
            + "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n" + Report;

        var read = MailReader.Read(Encoding.Latin1.GetBytes(mail));

        Assert.Equal(BounceKind.Hard, read.Kind);
        Assert.Empty(read.Tokens);
    }

    [Fact]
    public void A_report_beyond_the_depth_that_is_looked_at_is_none()
    {
        Assert.Equal(BounceKind.Hard, MailReader.Read(Encoding.Latin1.GetBytes(Nested(4, Report))).Kind);
        Assert.Equal(BounceKind.Other, MailReader.Read(Encoding.Latin1.GetBytes(Nested(7, Report))).Kind);
    }

    private static string Multipart(string body) => $"Content-Type: multipart/report; boundary=b\r\n\r\n{body}";

    private static string Nested(int depth, string report = "") =>
        string.Concat(Enumerable.Range(0, depth).Select(level => $"Content-Type: multipart/{(level == depth - 1 ? "report" : "mixed")}; boundary=b{level}x\r\n\r\n--b{level}x\r\n")) + report;

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
