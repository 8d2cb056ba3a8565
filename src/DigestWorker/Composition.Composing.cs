using System.Net.Mail;
using DigestWorker.Cli;
using DigestWorker.Collecting;
using DigestWorker.Composing;
using DigestWorker.Composing.Papers;
using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Wording;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker;

// How a digest is worded and looks.
internal static partial class Composition
{
    private static IServiceCollection AddComposing(this IServiceCollection services, DigestSettings settings) =>
        services
            .AddSingleton(_ => new TemplateRenderer(TemplateFolder.Read(settings)))
            .AddSingleton(new DigestWords(
                settings.Digest.Title,
                settings.Digest.Sender ?? Plainly(settings.Delivery.From),
                settings.Digest.QuoteWords,
                [.. settings.Digest.SupportLines.Select(line => new SupportLine(line.Key, line.Value))])
            {
                PublicUrl = settings.Web.Address(),
                SupportLinesChecked = settings.Digest.CheckedOn is { } day ? DateWords.Full(day) : null,
            })
            .AddSingleton<DigestComposer>()
            .AddSingleton(provider => new Lazy<DigestComposer>(provider.GetRequiredService<DigestComposer>))
            .AddSingleton<BoardPaperComposer>();

    // Angle brackets in running text look like markup.
    private static string Plainly(string from) => new MailAddress(from) is { DisplayName.Length: > 0 } sender ? $"{sender.DisplayName}, {sender.Address}" : from;
}
