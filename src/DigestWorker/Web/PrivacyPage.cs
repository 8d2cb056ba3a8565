using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>What is held about people, for everybody. It stands below the readers' own pages, which every proxy passes on already.</summary>
internal sealed class PrivacyPage(Pages pages, PrivacyWords privacy)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/p/privacy", ["GET", "HEAD"], () => pages.Say("What we hold about you", new MessageView([.. privacy.Page]))).RequireRateLimiting(RateLimits.Reading);
}
