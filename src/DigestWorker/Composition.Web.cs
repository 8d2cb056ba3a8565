using DigestWorker.Composing;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Web;
using DigestWorker.Web.Views;

namespace DigestWorker;

// The pages, in the order of their parts.
internal static partial class Composition
{
    private static IServiceCollection AddWeb(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new Pages(TemplateFolder.ReadPart(provider.GetRequiredService<DigestSettings>(), "web"), provider.GetRequiredService<DigestWords>()))
            .AddSingleton<FormToken>()
            .AddSingleton<PrivacyWords>()
            .AddSingleton<ChoicesViewBuilder>()
            .AddSingleton<StopPages>()
            .AddSingleton<DigestPages>()
            .AddSingleton<JoinPages>()
            .AddSingleton<OwnForms>()
            .AddSingleton<ChoicePages>()
            .AddSingleton<DataPages>()
            .AddSingleton<PrivacyPage>()
            .AddSingleton<TeamPages>()
            .AddSingleton<StatusPages>()
            .AddSingleton<ReadySoon>()
            .AddSingleton<HealthPages>()
            .AddSingleton<Routes>()
            .AddSingleton<Gate>()
            .AddSingleton<WebSurface>();
}
