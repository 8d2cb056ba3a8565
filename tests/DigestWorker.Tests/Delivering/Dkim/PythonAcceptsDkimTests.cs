using System.ComponentModel;
using System.Diagnostics;
using System.Net.Mail;
using System.Text;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Dkim;

namespace DigestWorker.Tests.Delivering.Dkim;

/// <summary>A receiver that shares no code with ours: Debian's python3-dkim.</summary>
public sealed class PythonAcceptsDkimTests
{
    private const string Script = """
        import sys
        try:
            import dkim
        except ImportError:
            print("absent"); sys.exit()
        record = sys.argv[1].encode()
        print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: record if name == sys.argv[2].encode() + b"." else None))
        """;

    [Theory]
    [InlineData("Safeguarding digest 23 Nov: 3 releases", "Your week.\n\n  Two  spaces \t\n\n\n", "True")]
    [InlineData("Zoë’s digest – 47% of “everything”, in a subject so long that it has to be folded over several lines", ".\nFrom here: =20\n", "True")]
    [InlineData("Safeguarding digest 23 Nov: 3 releases", "", "True")]
    [InlineData("Safeguarding digest 23 Nov: 3 releases", "6,350 offences", "False", "6,350", "6,351")]
    [InlineData("Safeguarding digest 23 Nov: 3 releases", "6,350 offences", "False", "\r\nTo: ", "\r\nTo: other@example.org\r\nTo: ")]
    public async Task A_signed_message_passes_and_a_changed_one_fails(string subject, string text, string verdict, string before = "no", string after = "no")
    {
        var message = AMessage.To("lead@example.org") with { Subject = subject, Text = text, To = new MailAddress("lead@example.org", "Lead, Zoë (DSL)") };
        using var signer = new DkimSigner(AKey.Settings, TimeProvider.System);

        var sent = Encoding.ASCII.GetString(signer.Sign(MimeWriter.Write(message))).Replace(before, after, StringComparison.Ordinal);

        Assert.Equal(verdict, await VerdictAsync(Encoding.ASCII.GetBytes(sent)));
    }

    private static async Task<string> VerdictAsync(byte[] message)
    {
        using var python = Start();
        await python.StandardInput.BaseStream.WriteAsync(message, TestContext.Current.CancellationToken);
        python.StandardInput.Close();
        var said = (await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
        Assert.SkipWhen(said == "absent" && !IsRequired, "Needs python3-dkim, which is absent.");
        return said;
    }

    private static bool IsRequired => Environment.GetEnvironmentVariable("REQUIRE_REAL") == "1";

    private static Process Start()
    {
        // Where the distribution installs its packages for; another python3 may stand before it.
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Script, AKey.Record.Value, AKey.Record.Name])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception) when (!IsRequired)
        {
            Assert.Skip("Needs /usr/bin/python3, which is absent.");
            throw;
        }
    }
}
