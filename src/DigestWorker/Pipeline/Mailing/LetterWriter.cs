using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Composing.Rendering;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>Makes a letter of templates/letters.</summary>
internal sealed class LetterWriter(DigestSettings settings, DigestWords words, TimeProvider time)
{
    private readonly Lazy<NamedTemplates> _templates = new(() => TemplateFolder.ReadPart(settings, "letters"));
    private readonly string _sender = settings.Delivery.LettersFrom ?? BesideDigests(new MailAddress(settings.Delivery.From));

    /// <param name="template">The file's name in templates/letters, without ".html.hbs" or ".txt.hbs".</param>
    /// <param name="key">See <see cref="Letter"/>.</param>
    public Letter Write(string template, string key, string recipient, LetterView view) => new(
        key,
        _sender,
        recipient,
        view.Subject,
        _templates.Value.Text(template, view with { Service = words.Title, Sender = words.Sender }),
        _templates.Value.Html(template, view with { Service = words.Title, Sender = words.Sender }))
    {
        MessageId = $"{template}-{MessageId.Hash(key, bytes: 16)}@{EmailAddress.AsciiDomain(new MailAddress(_sender).Host)}",
        ComposedAt = time.GetUtcNow(),
    };

    private static string BesideDigests(MailAddress digests) =>
        new MailAddress($"{digests.User}+confirm@{digests.Host}", digests.DisplayName).ToString();
}

/// <summary>What every letter shows; each has a record of its own for the rest.</summary>
/// <param name="Preheader">What an inbox shows beside the subject; no headline, since it stands on lock screens. 40 to 130 characters.</param>
internal record LetterView(string Subject, string Preheader)
{
    public string Service { get; init; } = "";

    public string Sender { get; init; } = "";
}
