using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>The letter with the link that makes somebody a subscriber. The same for whoever asks: it tells nothing about an address.</summary>
internal sealed class ConfirmationLetter(WebSettings web, LetterWriter writer)
{
    public Letter Compose(Asking asking, string token) =>
        writer.Write("confirm", $"confirm:{MessageId.Hash(token, bytes: 16)}", asking.Email, new View("Please confirm your email address", $"{web.Address()}/confirm/{token}"));

    private sealed record View(string Subject, string Link) : LetterView(Subject, "To get the weekly digest, open this letter and press Confirm. If it was not you, do nothing.");
}
