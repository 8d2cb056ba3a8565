using DigestWorker.Domain;
using DigestWorker.Pipeline.People;
using DigestWorker.Storage;
using DigestWorker.Tests.Pipeline.People;
using static DigestWorker.Tests.Pipeline.People.PersonRoom;

namespace DigestWorker.Tests.Storage;

public sealed class PersonsTests : IDisposable
{
    private readonly PersonRoom _room = new();

    [Fact]
    public async Task All_that_an_admin_needs_to_know_of_a_person_is_read_at_once()
    {
        await _room.FillAsync();
        _room.Execute("update subscriber set chose_areas = 1 where id = @id");

        var person = _room.Get<Persons>().Find(Address.ToUpperInvariant())!;

        Assert.Equal((Email, "Jo Example", SubscriberState.Active, Monday.AddDays(-14)), (person.Email, person.Name, person.State, person.Since));
        Assert.Equal(new PersonAsking(AskedBy.Self, Monday.AddDays(-14), "Yes, I ask for the weekly digest."), Assert.Single(person.SubscribedBy));
        Assert.Equal(new PersonTeam("Board of Kent", null, Monday.AddDays(-14)), Assert.Single(person.Teams));
        Assert.Equal((false, true), (person.ChoseRoles, person.ChoseAreas));
        Assert.Equal(["designated-safeguarding-lead", "governor"], person.Roles);
        Assert.Equal(
            ["follows \"county lines\"", "mutes \"webinar\"", "follows the topic send", "mutes the topic attendance", "plain text", "alerts at once", "on Thursdays"],
            person.Wishes);
        Assert.Equal([("2026-W47", DeliveryState.Sent), ("2026-W46", DeliveryState.Sent)], person.Digests.Select(digest => (digest.Week, digest.State!.Value)));
        Assert.Equal([(Actor.Admin, "team, roles or areas by a team"), (Actor.Subscriber, "subscribed")], person.Changes.Select(change => (change.By, change.What)));
        Assert.Null(person.OptOut);
    }

    [Fact]
    public async Task Whoever_was_erased_is_not_known_but_for_the_opt_out()
    {
        await _room.FillAsync();
        await _room.Get<ErasePerson>().RunAsync(Email, TestContext.Current.CancellationToken);

        Assert.Null(_room.Get<Persons>().Find(Email));
        Assert.Equal(new OptOut(OptOutReason.Erased, Monday), _room.Get<Persons>().OptOutOf(Email));
        Assert.Null(_room.Get<Persons>().OptOutOf("stranger@example.org"));
    }

    public void Dispose() => _room.Dispose();
}
