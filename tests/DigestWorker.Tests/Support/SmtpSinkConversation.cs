using System.Net.Security;
using System.Text;

namespace DigestWorker.Tests.Support;

/// <summary>The server's side of one connection.</summary>
internal sealed class SmtpSinkConversation(SmtpSink sink, Stream opened)
{
    private readonly byte[] _held = new byte[16 * 1024];
    private Stream _stream = opened;
    private int _from, _to;
    private bool _isSecure, _hasRecipient;

    private SmtpSinkScript Script => sink.Script;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Script.ImplicitTls)
        {
            await SecureAsync(cancellationToken);
        }

        var open = await SayAsync(Script.Reply("CONNECT") ?? "220 sink ready", cancellationToken);
        while (open && await ReadLineAsync(cancellationToken) is { } line)
        {
            var command = Encoding.UTF8.GetString(line);
            sink.Commands.Enqueue(command);
            open = await AnswerAsync(command, cancellationToken);
        }
    }

    private async Task<bool> AnswerAsync(string command, CancellationToken cancellationToken)
    {
        var (verb, scripted) = (command.Split(' ')[0], Script.Reply(command));
        _hasRecipient = verb switch
        {
            "MAIL" or "RSET" => false,
            "RCPT" => _hasRecipient || scripted is null or ['2', ..],
            _ => _hasRecipient,
        };
        if (scripted is not null)
        {
            return await SayAsync(scripted, cancellationToken);
        }

        switch (verb)
        {
            case "DATA" when !_hasRecipient:
                return await SayAsync("503 5.5.1 no recipient", cancellationToken);
            case "EHLO":
                return await SayAsync(Greeting(), cancellationToken);
            case "STARTTLS":
                await SayAsync("220 go", cancellationToken);
                await SecureAsync(cancellationToken);
                return true;
            case "AUTH":
                return await LogInAsync(command.Split(' '), cancellationToken);
            case "DATA":
                await SayAsync("354 go on", cancellationToken);
                return await ReceiveAsync(cancellationToken);
            case "QUIT":
                await SayAsync("221 bye", cancellationToken);
                return false;
            default:
                return await SayAsync("250 2.0.0 fine", cancellationToken);
        }
    }

    private string Greeting()
    {
        IEnumerable<string> offers =
        [
            "sink",
            .. Script.Extensions,
            .. Script.StartTls && !_isSecure ? ["STARTTLS"] : Array.Empty<string>(),
            .. Script.User is not null ? [$"AUTH {Script.LogIns}"] : Array.Empty<string>(),
            "ENHANCEDSTATUSCODES",
        ];
        var lines = offers.ToList();
        return string.Join("\r\n", lines.Select((line, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task<bool> LogInAsync(string[] words, CancellationToken cancellationToken)
    {
        if (words[1] == "XOAUTH2")
        {
            return await TakeTokenAsync(Decode(words[2]), cancellationToken);
        }

        var answers = words.Length > 2
            ? Decode(words[2]).Split('\0')[1..]
            : [await AskAsync("Username:", cancellationToken), await AskAsync("Password:", cancellationToken)];
        var isRight = answers.SequenceEqual([Script.User, Script.Password]);
        return await SayAsync(isRight ? "235 2.7.0 welcome" : "535 5.7.8 wrong name or password", cancellationToken);
    }

    private async Task<bool> TakeTokenAsync(string response, CancellationToken cancellationToken)
    {
        if (response == $"user={Script.User}\u0001auth=Bearer {Script.Password}\u0001\u0001")
        {
            return await SayAsync("235 2.7.0 welcome", cancellationToken);
        }

        var empty = await AskAsync("""{"status":"401","schemes":"bearer"}""", cancellationToken);
        return await SayAsync(empty.Length == 0 ? "535 5.7.3 authentication unsuccessful" : "501 5.5.2 an empty line was expected", cancellationToken);
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await SayAsync($"334 {Convert.ToBase64String(Encoding.UTF8.GetBytes(question))}", cancellationToken);
        return Decode(Encoding.ASCII.GetString(await ReadLineAsync(cancellationToken) ?? []));
    }

    private async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            if (line is [(byte)'.'])
            {
                return await AcceptAsync(message.ToArray(), cancellationToken);
            }

            message.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            message.Write("\r\n"u8);
        }

        return false;
    }

    private async Task<bool> AcceptAsync(byte[] message, CancellationToken cancellationToken)
    {
        var scripted = Script.Reply(".");
        if (scripted is null)
        {
            sink.Keep(message);
            await Task.Delay(Script.Thinks, cancellationToken);
            if (Script.HangsUpAfterTaking())
            {
                return false;
            }
        }

        return await SayAsync(scripted ?? "250 2.0.0 queued", cancellationToken);
    }

    private async Task<bool> SayAsync(string reply, CancellationToken cancellationToken)
    {
        var words = reply.Replace(SmtpSinkScript.HangUp, "", StringComparison.Ordinal);
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(words.Length > 0 ? $"{words}\r\n" : ""), cancellationToken);
        return words.Length == reply.Length;
    }

    /// <returns>Null where the client has hung up.</returns>
    private async Task<byte[]?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (_from < _to || await FillAsync(cancellationToken))
        {
            line.Add(_held[_from++]);
            if (line is [.., (byte)'\r', (byte)'\n'])
            {
                return [.. line[..^2]];
            }
        }

        return null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        (_from, _to) = (0, await _stream.ReadAsync(_held, cancellationToken));
        return _to > 0;
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = SmtpSink.Certificate }, cancellationToken);
        _isSecure = true;
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
