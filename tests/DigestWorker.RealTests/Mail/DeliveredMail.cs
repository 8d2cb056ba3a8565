using System.Text;

namespace DigestWorker.RealTests.Mail;

/// <summary>A mail as it lies in a maildir, taken apart again: what servers wrote above it, and the message as it was handed over.</summary>
internal sealed record DeliveredMail(string Trace, byte[] Message)
{
    private static readonly string[] Traces = ["Return-Path:", "X-Original-To:", "Delivered-To:", "Received:", "\t"];

    public static DeliveredMail Read(string file)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        var begin = 0;
        while (Traces.Any(name => text.AsSpan(begin).StartsWith(name, StringComparison.Ordinal)))
        {
            begin = text.IndexOf('\n', begin) + 1;
        }

        return new DeliveredMail(text[..begin], Encoding.Latin1.GetBytes(text[begin..].Replace("\n", "\r\n", StringComparison.Ordinal)));
    }
}
