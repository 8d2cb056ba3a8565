using System.Text;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;
using DigestWorker.Pipeline.People;
using DigestWorker.Settings;
using DigestWorker.Storage;
using static DigestWorker.Tests.Pipeline.People.PersonRoom;

namespace DigestWorker.Tests.Pipeline.People;

public sealed class ExportPersonTests : IDisposable
{
    private readonly PersonRoom _room = new();

    [Fact]
    public async Task A_copy_holds_all_that_is_held_in_words_that_a_person_can_read()
    {
        await _room.FillAsync();

        var copy = JsonDocument.Parse(_room.Get<ExportPerson>().Run(Address)!).RootElement;

        Assert.Equal("2026-11-23T07:30:00Z", copy.GetProperty("exportedAt").GetString());
        Assert.Equal((Email, "Thursday", "yes"), (Text(copy, "subscriber", "email"), Text(copy, "subscriber", "weekday"), Text(copy, "subscriber", "alerts")));
        Assert.Equal(("Self", "Yes, I ask for the weekly digest."), (First(copy, "subscriptions", "askedBy"), First(copy, "subscriptions", "wording")));
        Assert.Equal(("Board of Kent", "designated-safeguarding-lead"), (First(copy, "teams", "team"), First(copy, "teams", "roles")));
        Assert.Equal(["designated-safeguarding-lead", "governor"], copy.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString()));
        Assert.Equal("Pause", First(copy, "weeksWithout", "waitsFor"));
        Assert.Equal(("Kent", "county lines", "attendance"), (First(copy, "areas", "area"), First(copy, "words", "word"), First(copy, "topics", "topic")));
        Assert.Equal(("Subscriber", "subscribed"), (First(copy, "changes", "actor"), First(copy, "changes", "change")));
        Assert.Equal(("Soft", "Yes, I ask for the weekly digest."), (First(copy, "bounces", "kind"), First(copy, "confirmations", "wording")));
        Assert.Equal(["A copy of your data", "Confirm"], copy.GetProperty("letters").EnumerateArray().Select(letter => letter.GetProperty("subject").GetString()));
    }

    [Fact]
    public async Task Each_digest_stands_there_with_what_became_of_it_and_the_titles_that_it_told()
    {
        await _room.FillAsync();

        var digests = JsonDocument.Parse(_room.Get<ExportPerson>().Run(Email)!).RootElement.GetProperty("digests").EnumerateArray().ToList();

        Assert.Equal(["2026-W46", "2026-W47"], digests.Select(digest => digest.GetProperty("week").GetString()));
        Assert.All(digests, digest => Assert.Equal("Sent", digest.GetProperty("state").GetString()));
        Assert.All(digests, digest => Assert.NotEqual("", digest.GetProperty("subject").GetString()));
        Assert.Equal("Online grooming offences rise, report w0", Assert.Single(digests[1].GetProperty("releases").EnumerateArray()).GetString());
    }

    [Fact]
    public void Whoever_only_looks_after_a_team_is_told_so()
    {
        _room.MakeContact($"Jo Example <{Email}>");
        _room.Get<Organisations>().Follow(_room.Get<DigestSettings>().Organisations);

        var copy = JsonDocument.Parse(_room.Get<ExportPerson>().Run(Address)!).RootElement;

        Assert.Equal(
            [("organisation", "Kent"), ("team", "leads")],
            copy.GetProperty("contactOf").EnumerateArray().Select(one => (one.GetProperty("kind").GetString()!, one.GetProperty("name").GetString()!)));
        Assert.Equal($"Jo Example <{Email}>", First(copy, "contactOf", "contact"));
    }

    [Fact]
    public async Task A_copy_holds_no_token_no_key_and_nobody_else()
    {
        await _room.FillAsync();

        var copy = _room.Get<ExportPerson>().Run(Email)!;

        Assert.All(Secrets(), secret => Assert.DoesNotContain(secret, copy, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Other, copy, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_whoever_was_erased_only_the_opt_out_is_left_and_of_a_stranger_nothing()
    {
        await _room.FillAsync();
        await _room.Get<ErasePerson>().RunAsync(Email, TestContext.Current.CancellationToken);

        var copy = JsonDocument.Parse(_room.Get<ExportPerson>().Run(Email)!).RootElement;

        Assert.Equal((JsonValueKind.Null, "Erased"), (copy.GetProperty("subscriber").ValueKind, Text(copy, "optOut", "reason")));
        Assert.Empty(copy.GetProperty("digests").EnumerateArray());
        Assert.Null(_room.Get<ExportPerson>().Run("stranger@example.org"));
    }

    public void Dispose() => _room.Dispose();

    private List<string> Secrets()
    {
        using var connection = _room.Database.Open();
        var tokens = connection.Query<string>("""
            select token from subscriber union select bounce_token from delivery union select token from digest union select token from team
            union select 'secret-of-letter' union select 'secret-of-confirmation'
            """).Where(token => token.Length > 0);
        var file = _room.Get<DigestSettings>().Storage.KeyFile!;
        return [.. tokens, File.ReadAllText(file).Trim(), .. _room.Get<KeyRing>().Ids.Select(Convert.ToHexString)];
    }

    private static string? Text(JsonElement copy, string section, string name) => copy.GetProperty(section).GetProperty(name).GetString();

    private static string? First(JsonElement copy, string list, string name) => copy.GetProperty(list)[0].GetProperty(name).GetString();
}
