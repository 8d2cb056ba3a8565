using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>Beside the other faults, since they take long: tests of one class run one after the other.</summary>
public sealed class LossyMailServerTests
{
    [Theory]
    [InlineData(MailFaults.LostMails), InlineData(MailFaults.LostAnswers), InlineData(MailFaults.All)]
    public Task Everybody_whose_mailbox_exists_has_one_mail_and_those_whose_answers_were_lost_a_copy(MailFaults faults) => WholeEdition.AssertReachesEverybodyAsync(faults);
}
