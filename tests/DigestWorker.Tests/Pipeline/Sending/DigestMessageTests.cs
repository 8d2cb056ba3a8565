using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>What those of a profile share is encoded once, and nobody gets another's lines by it.</summary>
public sealed class DigestMessageTests
{
    private static readonly string Text = $"Your week\n{Slot(PersonalSlots.Notice)}{Slot(PersonalSlots.WhyYouGetThis)}\nStop: https://digest.example.org/u/{Slot(PersonalSlots.Token)}\n";

    private static readonly Profile Profile = new([1], "Digest <digest@example.org>", "help@example.org", "Your week", Text, $"<p>{Text}</p>", "https://digest.example.org");

    private static readonly PersonalPart[] People =
    [
        Person("a", "North team added you on 2 November 2026.", ""),
        Person("b", "North team added you on 2 November 2026.", ""),
        Person("c", "North team added you on 2 November 2026.", "Who: North team.\nWhy: so that it can keep its people informed."),
        Person("d", "You subscribed yourself on 3 November 2026 <by a form>.", ""),
    ];

    [Fact]
    public void A_mail_is_the_same_whoevers_was_written_before()
    {
        var together = new DigestMessage(Profile);

        Assert.All([.. People, .. People.Reverse(), People[2], People[0]], person => Assert.Equal(new DigestMessage(Profile).Write(person), together.Write(person)));
    }

    [Fact]
    public void Each_has_the_own_lines_and_nobody_elses()
    {
        var together = new DigestMessage(Profile);
        var mails = People.Select(person => (person.Own, Words: StrictMessage.Read(together.Write(person)).Parts[0].Text)).ToList();

        Assert.All(mails, mail => Assert.Contains(mail.Own.Why, mail.Words, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Equal(
            [mail.Own.Token], mails.Select(other => other.Own.Token).Where(token => mail.Words.Contains(token, StringComparison.Ordinal))));
        Assert.Equal([false, false, true, false], mails.Select(mail => mail.Words.Contains("keep its people informed", StringComparison.Ordinal)));
    }

    private static string Slot(string name) => PersonalSlots.Mark(name);

    private static PersonalPart Person(string name, string why, string notice) => new(
        $"{name}@example.org", null, $"{name}@example.org", new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero), new OwnLines(why, notice, $"token-of-{name}"));
}
