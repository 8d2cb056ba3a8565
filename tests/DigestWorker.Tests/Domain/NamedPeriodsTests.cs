using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class NamedPeriodsTests
{
    [Theory]
    [InlineData("Neglect offences more than double since 2012", null)]
    [InlineData("Child grooming reports up 80% since 2017", null)]
    [InlineData("Absence higher than in 2018/19", null)]
    [InlineData("National Referral Mechanism statistics, October 2023 to September 2024", "to-2024-09")]
    [InlineData("Domestic abuse recorded by the police: Quarter 1 2024/25", "2024-Q2")]
    [InlineData("Referrals, October to March 2024", null)]
    [InlineData("Children in need, 2023 to 2024", "2023/24")]
    [InlineData("Absence figures for autumn 2026 are out", null)]
    [InlineData("Referrals so far in 2026", null)]
    [InlineData("Arrests in the first nine months of 2026", null)]
    [InlineData("Missing episodes since July 2021", null)]
    [InlineData("In the 14 months from July 2021, 181 disappeared", null)]
    [InlineData("Referrals in July 2021", "2021-07")]
    [InlineData("Forced marriage in 2019, 2020 and 2021", "2019")]
    [InlineData("Offences fell from 1,764 in 2018 to 1,355 in 2019", "2019")]
    public void The_period_that_a_title_is_about_is_the_first_that_it_does_not_compare_with(string title, string? period) =>
        Assert.Equal(period, NamedPeriods.First(title));
}
