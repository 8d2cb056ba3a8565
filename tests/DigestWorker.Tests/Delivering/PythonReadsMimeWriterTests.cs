using System.ComponentModel;
using System.Diagnostics;
using System.Net.Mail;
using System.Text.Json;
using DigestWorker.Delivering;

namespace DigestWorker.Tests.Delivering;

/// <summary>A reader that shares no code with ours: Python's, at its strictest.</summary>
public sealed class PythonReadsMimeWriterTests
{
    private const string Script = """
        import email, email.policy, json, sys
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict)
        defects = [str(d) for part in mail.walk() for d in part.defects] + [str(d) for _, v in mail.items() for d in v.defects]
        to = mail["To"].addresses
        print(json.dumps([defects, mail["Subject"], to[0].display_name if to else "", to[0].addr_spec if to else "",
                          mail["Date"].datetime.isoformat(), *[part.get_content() for part in mail.iter_parts()]]))
        """;

    [Theory]
    [InlineData("Safeguarding digest 23 Nov: 3 releases, 1 guidance page", "Jo Lead")]
    [InlineData("Zoë’s digest – 47% of “everything”, in a subject so long that it has to be folded over several lines", "Lead, Zoë (DSL)")]
    [InlineData("子どもの安全 👩‍👧 子どもの安全 子どもの安全 子どもの安全 子どもの安全", "子ども \"安全\"")]
    [InlineData("plain =?utf-8?Q?trick?= \\ \"quoted\" <b@example.org>", "a@b, c; d: e")]
    public async Task The_message_has_no_defect_and_comes_back_whole(string subject, string name)
    {
        const string body = ".\r\nFrom here: =20 is 47% of £6,350 \r\n\r\nx";
        var message = AMessage.To("lead@example.org") with { Subject = subject, To = new MailAddress("lead@example.org", name), Text = body, Html = $"<p>{body}</p>" };

        var read = await ReadAsync(MimeWriter.Write(message));

        Assert.Equal(0, read[0].GetArrayLength());
        Assert.Equal([subject, name, "lead@example.org", "2026-11-23T07:30:00+00:00"], read.EnumerateArray().Skip(1).Take(4).Select(value => value.GetString()));
        Assert.Equal([body, $"<p>{body}</p>"], read.EnumerateArray().Skip(5).Select(value => value.GetString()!.ReplaceLineEndings("\r\n")));
    }

    private static async Task<JsonElement> ReadAsync(byte[] message)
    {
        using var python = Start();
        await python.StandardInput.BaseStream.WriteAsync(message, TestContext.Current.CancellationToken);
        python.StandardInput.Close();
        var answer = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(answer).RootElement;
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("python3", ["-c", Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("REQUIRE_REAL") != "1")
        {
            Assert.Skip("Needs python3, which is absent.");
            throw;
        }
    }
}
