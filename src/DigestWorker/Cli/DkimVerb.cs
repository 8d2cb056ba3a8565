using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using DigestWorker.Delivering.Dkim;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Settings.Checking;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Cli;

/// <summary>Makes the key that signs mail, and shows what DNS has to say about it.</summary>
internal static class DkimVerb
{
    private static readonly Option<FileInfo> Out = new("--out") { Description = "Where the private key goes; the file must not exist yet", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Domain = new("--domain") { Description = "The domain of the From address, to show the record's full name", HelpName = "D" };
    private static readonly Option<bool> Json = Options.Json();
    private static readonly Option<string?> Selector = new("--selector")
    {
        Description = "The name under which the public key stands in DNS",
        HelpName = "S",
        DefaultValueFactory = _ => "digest",
    };

    public static Command Create(Workshop workshop) => new("dkim", """
        Signed mail: receivers see that it came from your domain, and large ones want it. Make a key, publish its record in
        your domain's DNS, name the key's file and the selector under Delivery:Dkim, and every mail is signed.

        Example: digestworker dkim key --out dkim.pem --domain example.org
        Example: digestworker dkim record
        """)
    {
        Key(),
        Record(workshop),
    };

    private static Command Key()
    {
        var command = new Command("key", """
            Makes a private key of 2048 bits that only your account can read, and prints the DNS record of its public half.
            Keep the file out of backups that others read. To change keys, make one under another selector, publish its
            record, change the settings, and leave the old record in DNS for a week.

            Example: digestworker dkim key --out dkim.pem --selector digest --domain example.org
            """) { Out, Selector, Domain, Json };
        command.Validators.Add(result => AddError(result, Selector, DkimCheck.IsSelector, "is no selector: use letters, digits and hyphens, as in digest-2026"));
        command.Validators.Add(result => AddError(result, Domain, DkimCheck.IsDomain, "is no full domain, such as example.org"));
        command.SetAction((parsed, _) => Task.FromResult(Make(parsed)));
        return command;
    }

    private static Command Record(Workshop workshop)
    {
        var command = new Command("record", """
            Prints the DNS record that belongs to the key in the settings.

            Example: digestworker dkim record --json
            """) { Json };
        command.SetAction((parsed, _) => workshop.WithSettingsAsync(
            Options.FileOf(parsed), settings => Task.FromResult(Show(settings.Delivery.Dkim, parsed.GetValue(Json)))));
        return command;
    }

    private static void AddError(CommandResult result, Option<string?> option, Func<string, bool> isFine, string words)
    {
        if (result.GetValue(option) is { } text && !isFine(text))
        {
            result.AddError($"'{text}' {words}.");
        }
    }

    private static int Make(ParseResult parsed)
    {
        using var key = RSA.Create(DkimKey.LeastBits);
        var file = parsed.GetValue(Out)!;
        try
        {
            Write(file.FullName, key.ExportPkcs8PrivateKeyPem());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(file.Exists ? $"{file.FullName} is there already and stays as it is; name another file." : exception.Message);
            return ExitCode.Failed;
        }

        Console.Error.WriteLine($"The private key is in {file.FullName}.");
        var domain = parsed.GetValue(Domain) is { } text ? EmailAddress.AsciiDomain(text) : null;
        Print(DkimRecord.Of(key, parsed.GetValue(Selector)!, domain), parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static void Write(string path, string pem)
    {
        using var writer = new StreamWriter(GuardedFile.Create(path, FileMode.CreateNew));
        writer.WriteLine(pem);
    }

    private static int Show(DkimSettings dkim, bool json)
    {
        if (dkim.Key is null)
        {
            Console.Error.WriteLine("No key signs the mail yet: Delivery:Dkim names none. To make one: digestworker dkim key --out FILE");
            return ExitCode.Failed;
        }

        using var key = DkimKey.Read(dkim.Key);
        Print(DkimRecord.Of(key, dkim.Selector!, dkim.Domain), json);
        return ExitCode.Done;
    }

    private static void Print(DkimRecord record, bool json)
    {
        if (json)
        {
            Printer.Json(new { record.Name, Type = "TXT", record.Value, record.Strings });
            return;
        }

        Printer.Line($"{record.Name}  TXT");
        Printer.Lines(record.Strings.Select(part => $"  \"{part}\""));
    }
}
