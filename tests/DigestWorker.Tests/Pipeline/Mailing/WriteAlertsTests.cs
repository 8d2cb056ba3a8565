using DigestWorker.Pipeline.Releasing;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Mailing;

/// <summary>Statutory guidance that changes, told at once to whoever asked for it.</summary>
public sealed class WriteAlertsTests : IDisposable
{
    private const string Title = "Keeping children safe in education";

    private const string Text =
        "Statutory guidance for schools and colleges on safeguarding children. Schools should check online safety and filtering each term.\n\nStaff should report concerns within 3 days.";

    private readonly AlertRoom _room = new();

    [Fact]
    public async Task New_statutory_guidance_is_told_once_however_often_the_sources_are_read()
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();
        await _room.CollectAsync();
        _room.Newsroom.Restart();
        await _room.CollectAsync();

        Assert.Equal(1, _room.Letters);
        Assert.Contains("Subject: New statutory guidance: 1 page\r\n", await _room.SendAsync(), StringComparison.Ordinal);
        Assert.Equal("", await _room.SendAsync());
    }

    [Fact]
    public async Task A_change_in_substance_is_told_once_more_in_the_words_that_the_digest_has_for_it()
    {
        await PublishedBeforeAsync();
        _room.Publish("kcsie", Title, Text.Replace("Staff should report", "Staff must report", StringComparison.Ordinal));
        await _room.CollectAsync();
        await _room.CollectAsync();

        var mail = await _room.SendAsync();
        var published = await _room.DigestAsync("2026-11-30T07:30:00Z");

        Assert.Equal(2, _room.Letters);
        Assert.Contains("Subject: Statutory guidance has changed: 1 page\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("\"should\" became \"must\"", Plain(mail), StringComparison.Ordinal);
        Assert.Contains("\"should\" became \"must\"", Plain(Assert.Single(published.Digests).Profile.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_s_heading_stands_in_both_parts_and_what_an_inbox_shows_beside_it_names_no_page()
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();

        var mail = (await _room.SendAsync()).Replace("=\r\n", "", StringComparison.Ordinal);

        Assert.Contains("\r\n\r\nNew statutory guidance: 1 page\r\n", mail, StringComparison.Ordinal);
        Assert.Contains("overflow:hidden;mso-hide:all\">It matters to your role. Open the letter for the page, its publisher and what has changed.<", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_says_who_published_it_when_it_is_in_force_and_why_it_comes()
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("kcsie", Title, $"{Text} The guidance comes into force on 1 September 2027.");
        await _room.CollectAsync();

        var mail = Plain(await _room.SendAsync());

        Assert.Contains("Keeping children safe in education dfe. ", mail, StringComparison.Ordinal);
        Assert.Contains("in force from 1 September 2027", mail, StringComparison.Ordinal);
        Assert.Contains("You asked to be told at once when statutory guidance changes. Core to your role: online safety.", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_page_that_was_told_is_not_told_again_because_its_release_was_joined_to_another(int changes)
    {
        _room.Publish("attendance", "Working together to improve school attendance", "This is statutory guidance for schools on school attendance.");
        await _room.OpenAsync(empty: false);
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();
        for (var days = 3; days > 3 - changes; days--)
        {
            _room.Publish("kcsie", Title, Text.Replace("within 3 days", $"within {days - 1} days", StringComparison.Ordinal));
            await _room.CollectAsync();
        }

        Assert.Equal(1, _room.Newsroom.Services.GetRequiredService<SayVerdict>().Join(1, 2));
        await _room.CollectAsync();

        Assert.Equal(1 + changes, _room.Letters);
    }

    [Fact]
    public async Task The_next_edition_at_the_address_of_the_last_is_told_as_new_and_once()
    {
        _room.Publish("kcsie", Title, $"{Text} It is in force from 1 September 2026.");
        await _room.OpenAsync(empty: false);
        _room.Ask();
        _room.Publish("kcsie", Title, $"{Text} It is in force from 1 September 2027. Governors must read it.");
        await _room.CollectAsync();
        await _room.CollectAsync();

        Assert.Equal(1, _room.Letters);
        Assert.Contains("Subject: New statutory guidance: 1 page\r\n", await _room.SendAsync(), StringComparison.Ordinal);
        Assert.Single(Assert.Single((await _room.DigestAsync("2026-11-23T07:30:00Z")).Digests).Selection.Full);
    }

    [Fact]
    public async Task A_change_of_a_page_is_told_though_its_release_was_joined_to_another()
    {
        _room.Publish("attendance", "Working together to improve school attendance", "This is statutory guidance for schools on school attendance.");
        await _room.OpenAsync(empty: false);
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();
        _room.Newsroom.Services.GetRequiredService<SayVerdict>().Join(1, 2);

        _room.Publish("kcsie", Title, Text.Replace("within 3 days", "within 2 days", StringComparison.Ordinal));
        await _room.CollectAsync();

        Assert.Equal(2, _room.Letters);
    }

    [Fact]
    public async Task A_change_of_furniture_or_spelling_is_not_told()
    {
        await PublishedBeforeAsync();
        _room.Publish("kcsie", Title, Text + "\n\nLast updated: 24 November 2026");
        await _room.CollectAsync();

        Assert.Equal(1, _room.Letters);
    }

    [Fact]
    public async Task What_others_report_of_it_later_is_no_change_of_it()
    {
        await PublishedBeforeAsync();
        _room.Newsroom.Publish("paper");
        await _room.CollectAsync();
        _room.Newsroom.Publish("paper", new FeedEntry("p", Title, Text));
        await _room.CollectAsync();

        Assert.Equal(1, _room.Newsroom.Scalar("select count(distinct release_id) from entry"));
        Assert.Equal(1, _room.Letters);
    }

    [Fact]
    public async Task What_a_source_held_when_it_was_first_read_is_not_told_but_its_changes_are()
    {
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();
        await _room.CollectAsync();
        Assert.Equal(0, _room.Letters);

        _room.Publish("kcsie", Title, Text.Replace("within 3 days", "within 1 day", StringComparison.Ordinal));
        await _room.CollectAsync();
        Assert.Equal(1, _room.Letters);
    }

    [Theory]
    [InlineData("Sharing nudes and semi-nudes", "Non-statutory guidance for schools and colleges on online safety and child sexual abuse.")]
    [InlineData("Online safety in schools", "Guidance for schools on online safety, filtering and monitoring.")]
    public async Task Guidance_that_is_not_statutory_waits_for_the_digest(string title, string text)
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("advice", title, text);
        await _room.CollectAsync();

        Assert.Equal(0, _room.Letters);
        Assert.Single((await _room.DigestAsync("2026-11-23T07:30:00Z")).Digests);
    }

    [Fact]
    public async Task Only_those_hear_who_asked_and_of_nothing_from_before()
    {
        await _room.OpenAsync();
        _room.Newsroom.Subscribe("other@example.org");
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();
        _room.Newsroom.Clock.Now += TimeSpan.FromHours(1);
        _room.Ask();
        await _room.CollectAsync();

        Assert.Equal(0, _room.Letters);
    }

    [Fact]
    public async Task Whoever_has_left_out_all_of_its_topics_does_not_hear_of_it()
    {
        await _room.OpenAsync();
        _room.Ask(wishes: wishes => wishes with { Muted = ["keeping children safe"] });
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();

        Assert.Equal(0, _room.Letters);
    }

    [Fact]
    public async Task No_more_than_three_come_in_a_week_and_the_digest_has_them_all()
    {
        await _room.OpenAsync();
        _room.Ask();
        foreach (var subject in Subjects)
        {
            _room.Publish(subject.Replace(' ', '-'), $"Statutory guidance on {subject}", $"This is statutory guidance for schools on {subject} and safeguarding children.");
            await _room.CollectAsync();
        }

        Assert.Equal(3, _room.Letters);
        var digest = Assert.Single((await _room.DigestAsync("2026-11-23T07:30:00Z")).Digests);
        Assert.Equal(Subjects.Length, digest.Selection.Full.Count + digest.Selection.OneLiners.Count);
    }

    [Theory]
    [InlineData(71, 1)]
    [InlineData(73, 0)]
    public async Task What_an_outage_held_back_for_more_than_three_days_is_not_told_late(double hours, int letters)
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        _room.Newsroom.Clock.Now += TimeSpan.FromHours(1);
        await _room.Newsroom.CollectAsync();
        await _room.CollectAsync(hours);

        Assert.Equal(letters, _room.Letters);
    }

    [Fact]
    public async Task What_a_digest_has_told_is_told_no_more()
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        _room.Newsroom.Clock.Now += TimeSpan.FromDays(3);
        await _room.Newsroom.CollectAsync();
        Assert.Single((await _room.DigestAsync("2026-11-23T07:30:00Z")).Digests);
        await _room.CollectAsync();

        Assert.Equal(0, _room.Letters);
    }

    private static readonly string[] Subjects = ["online safety", "school attendance", "private fostering", "modern slavery", "domestic abuse"];

    private async Task PublishedBeforeAsync()
    {
        await _room.OpenAsync();
        _room.Ask();
        _room.Publish("kcsie", Title, Text);
        await _room.CollectAsync();
        await _room.SendAsync();
        await _room.DigestAsync("2026-11-23T07:30:00Z");
    }

    private static string Plain(string text) => text.ReplaceLineEndings(" ");

    public void Dispose() => _room.Dispose();
}
