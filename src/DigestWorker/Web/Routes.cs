using Microsoft.AspNetCore.Builder;

namespace DigestWorker.Web;

/// <summary>Which class answers for which pages.</summary>
internal sealed class Routes(
    Pages pages, StopPages stop, DigestPages digests, JoinPages join, ChoicePages choices, DataPages data, PrivacyPage privacy, TeamPages teams,
    StatusPages status, HealthPages health)
{
    public void Map(WebApplication application)
    {
        stop.Map(application);
        digests.Map(application);
        join.Map(application);
        choices.Map(application);
        data.Map(application);
        privacy.Map(application);
        teams.Map(application);
        status.Map(application);
        health.Map(application);
        application.MapFallback(pages.NotFound);
    }
}
