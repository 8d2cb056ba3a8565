using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

public sealed class FaultyMailServerTests
{
    [Theory]
    [InlineData(MailFaults.Greylisting), InlineData(MailFaults.Refusals), InlineData(MailFaults.Storms)]
    public Task Everybody_whose_mailbox_exists_has_one_mail_and_nobody_else_is_suppressed(MailFaults faults) => WholeEdition.AssertReachesEverybodyAsync(faults);
}
