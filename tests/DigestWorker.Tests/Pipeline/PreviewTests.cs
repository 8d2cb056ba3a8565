using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class PreviewTests : IDisposable
{
    private const string Role = "designated-safeguarding-lead";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6)) { PublicUrl = "https://digest.example.org" };

    [Fact]
    public async Task A_preview_is_the_first_digest_of_its_role_byte_for_byte_but_for_the_personal_lines()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org", Role);
        _newsroom.Clock.Now = Monday;

        var preview = _newsroom.Services.GetRequiredService<PreviewDigest>();
        var before = preview.Run(preview.Find(Role)!, EditionWeek.LastComplete(Monday))!;
        var sent = Assert.Single((await _newsroom.DigestAsync()).Published.Digests).For(EditionWeek.LastComplete(Monday));
        var after = preview.Run(preview.Find(Role)!, EditionWeek.LastComplete(Monday))!;

        Assert.Equal(before, after);
        Assert.Equal(sent.Profile.Subject, before.Subject);
        Assert.Equal(Personal(PersonalLines.FillText(sent.Profile.Text, Own(sent)), sent), Personal(before.Text));
        Assert.Equal(Personal(PersonalLines.FillHtml(sent.Profile.Html, Own(sent)), sent), Personal(before.Html));
    }

    public void Dispose() => _newsroom.Dispose();

    private static OwnLines Own(ComposedFor sent) => new(sent.Why, sent.Notice, sent.Subscriber.Token);

    private static string Personal(string part, ComposedFor sent) => Personal(part.Replace(sent.Subscriber.Token, "preview", StringComparison.Ordinal));

    private static string Personal(string part) => part.Replace("17 November", "DAY", StringComparison.Ordinal).Replace("23 November", "DAY", StringComparison.Ordinal);
}
