using System.Net.Mail;
using DigestWorker.Delivering.Dkim;
using DigestWorker.Delivering.NameService;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Status;

/// <summary>
/// What DNS says of the sender's domain, in words: who may send for it (SPF, RFC 7208), with which key mails are signed (DKIM, RFC
/// 6376), and what receivers do with the rest (DMARC, RFC 7489). Large receivers want all three.
/// </summary>
internal sealed class CheckDns(DigestSettings settings, TxtLookup lookup)
{
    // RFC 2606 and RFC 6761: names that belong to nobody.
    private static readonly string[] Reserved = ["example", "example.com", "example.net", "example.org", "invalid", "localdomain", "localhost", "test"];

    private string Domain => EmailAddress.AsciiDomain(new MailAddress(settings.Delivery.From).Host)!;

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken) => IsNobodys(Domain)
        ? Unasked()
        : await Task.WhenAll(SpfAsync(Domain, cancellationToken), DkimAsync(Domain, cancellationToken), DmarcAsync(Domain, cancellationToken));

    /// <summary>What can be told without the network.</summary>
    public IReadOnlyList<CheckResult> Unasked() => IsNobodys(Domain)
        ? [new("Sender", IsGood: settings.Delivery.Transport != TransportKind.Smtp, $"{Domain} is nobody's domain: set Delivery:From before you send.")]
        : [];

    public static bool IsNobodys(string domain) => Reserved.Any(name => domain == name || domain.EndsWith($".{name}", StringComparison.Ordinal));

    private async Task<CheckResult> SpfAsync(string domain, CancellationToken cancellationToken) =>
        (await FindAsync(domain, "v=spf1", cancellationToken)) switch
        {
            null => NoAnswer("SPF", domain),
            [] => new("SPF", IsGood: false, $"{domain} has no SPF record: it does not say who may send for it. Add a TXT record that names your mail server, such as \"v=spf1 include:… -all\"."),
            [var record] when record.Split(' ').Any(part => part is "+all" or "all") => new("SPF", IsGood: false, $"The SPF record of {domain} lets everybody send for it: end it with -all or ~all."),
            [_] => new("SPF", IsGood: true, $"{domain} says who may send for it. Whether your mail server is among them, a test mail shows."),
            _ => new("SPF", IsGood: false, $"{domain} has more than one SPF record, so none counts: keep one."),
        };

    private async Task<CheckResult> DkimAsync(string domain, CancellationToken cancellationToken)
    {
        var dkim = settings.Delivery.Dkim;
        if (dkim is not { Key: { } pem, Selector: { } selector })
        {
            return new("DKIM", IsGood: settings.Delivery.Transport != TransportKind.Smtp, "Mails are not signed here, so the mail server has to do it; 'dkim key' makes a key.");
        }

        using var key = DkimKey.Read(pem);
        var record = DkimRecord.Of(key, selector, dkim.Domain ?? domain);
        return (await lookup.FindAsync(record.Name, cancellationToken)) switch
        {
            null => NoAnswer("DKIM", record.Name),
            [] => new("DKIM", IsGood: false, $"There is no record {record.Name}, so nobody can check our signatures: 'dkim record' prints what it has to hold."),
            var records when records.Any(text => Tag(text, "p") == Tag(record.Value, "p")) => new("DKIM", IsGood: true, $"The record {record.Name} holds our key."),
            _ => new("DKIM", IsGood: false, $"The record {record.Name} holds another key than ours, so our signatures are taken for false: 'dkim record' prints the right one."),
        };
    }

    private async Task<CheckResult> DmarcAsync(string domain, CancellationToken cancellationToken)
    {
        // A domain without a record of its own has its parent's (RFC 7489 §6.6.3).
        foreach (var name in Parents(domain).Select(parent => $"_dmarc.{parent}"))
        {
            switch (await FindAsync(name, "v=DMARC1", cancellationToken))
            {
                case null:
                    return NoAnswer("DMARC", name);
                case [var record]:
                    return new("DMARC", IsGood: true, $"The record {name} says that what fails is to be {(Tag(record, "p")) switch { "reject" => "refused", "quarantine" => "put into spam", _ => "let through, and perhaps reported" }}.");
                case [_, _, ..]:
                    return new("DMARC", IsGood: false, $"There is more than one record {name}, so none counts: keep one.");
            }
        }

        return new("DMARC", IsGood: false, $"There is no record _dmarc.{domain}; large receivers want one. \"v=DMARC1; p=none; rua=mailto:…\" is a beginning.");
    }

    private async Task<IReadOnlyList<string>?> FindAsync(string name, string version, CancellationToken cancellationToken) =>
        await lookup.FindAsync(name, cancellationToken) is { } records
            ? [.. records.Where(record => record.Split(' ', ';')[0].Equals(version, StringComparison.OrdinalIgnoreCase))]
            : null;

    private static IEnumerable<string> Parents(string domain)
    {
        for (; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            yield return domain;
        }
    }

    private static string? Tag(string record, string name) => record.Split(';', StringSplitOptions.TrimEntries)
        .Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(tag => tag.Length == 2 && tag[0] == name)?[1].Replace(" ", "", StringComparison.Ordinal);

    private static CheckResult NoAnswer(string check, string name) => new(check, IsGood: false, $"No name server of this machine says what {name} holds.");
}
