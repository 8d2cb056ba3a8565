using DigestWorker.Domain;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class RestoringTests : IDisposable
{
    private readonly BounceBox _box = new();

    [Fact]
    public async Task An_admin_lifts_a_suppression_and_what_bounced_before_counts_no_more()
    {
        await _box.SendAsync();
        var old = _box.BounceToken();
        _box.Take("postfix-no-such-user", old);

        Assert.Equal(RestoreOutcome.Restored, Restore("Lead@School.example.org"));
        Assert.Equal("restored", _box.Text("select change from subscriber_change where actor = 'Admin' and change <> 'subscribed'"));
        _box.Take("exchange-online-not-found", old);

        Assert.Equal((SubscriberState.Active, 1), (_box.State, await _box.SendAsync(1)));
        _box.Take("postfix-no-such-user");
        Assert.Equal(SubscriberState.Suppressed, _box.State);
    }

    [Fact]
    public async Task After_a_restoring_three_soft_editions_are_needed_again()
    {
        foreach (var week in Enumerable.Range(0, 5))
        {
            await _box.SendAsync(week);
            _box.Take("mailbox-full");
            if (week == 2)
            {
                Assert.Equal(RestoreOutcome.Restored, Restore(BounceBox.Address));
            }
        }

        Assert.Equal(SubscriberState.Active, _box.State);
        await _box.SendAsync(5);
        _box.Take("mailbox-full");
        Assert.Equal(SubscriberState.Suppressed, _box.State);
    }

    [Fact]
    public async Task Whoever_had_paused_before_mail_came_back_is_paused_still()
    {
        await _box.SendAsync();
        var until = new DateOnly(2027, 1, 4);
        _box.Newsroom.Services.GetRequiredService<Choices>().Pause(_box.SubscriberToken(), until, BounceBox.Monday);
        _box.Take("postfix-no-such-user");

        Assert.Equal(RestoreOutcome.Restored, Restore(BounceBox.Address));
        Assert.Equal("Paused 2027-01-04", _box.Text("select state || ' ' || paused_until from subscriber"));
    }

    [Fact]
    public async Task There_is_nothing_to_lift_for_whoever_gets_the_digest_or_is_unknown()
    {
        await _box.SendAsync();

        Assert.Equal(RestoreOutcome.NotSuppressed, Restore(BounceBox.Address));
        Assert.Equal(RestoreOutcome.Unknown, Restore("nobody@example.org"));
    }

    [Fact]
    public async Task Whoever_stops_while_suppressed_and_takes_it_back_is_not_sent_to()
    {
        await _box.SendAsync();
        _box.Take("postfix-no-such-user");
        var stops = _box.Newsroom.Services.GetRequiredService<Stops>();
        stops.Stop(_box.SubscriberToken(), BounceBox.Monday);

        stops.Undo(_box.SubscriberToken(), BounceBox.Monday, TimeSpan.FromMinutes(10));

        Assert.Equal((SubscriberState.Unsubscribed, RestoreOutcome.OptedOut), (_box.State, Restore(BounceBox.Address)));
    }

    public void Dispose() => _box.Dispose();

    private RestoreOutcome Restore(string address) => _box.Suppressions.Restore(address, _box.Newsroom.Clock.Now.AddHours(1));
}
