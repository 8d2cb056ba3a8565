using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Pipeline.Rehearsing;
using DigestWorker.Pipeline.Sending;

namespace DigestWorker;

// What a week's edition holds for whom, how it goes out, and what comes back.
internal static partial class Composition
{
    private static IServiceCollection AddEditions(this IServiceCollection services) =>
        services
            .AddSingleton<OpenEdition>()
            .AddSingleton<FindUnserved>()
            .AddSingleton<ComposeEdition>()
            .AddSingleton<KeptDigests>()
            .AddSingleton<ExplainDigest>()
            .AddSingleton<RehearseEdition>()
            .AddSingleton<RehearseSettings>()
            .AddSingleton<FillEdition>()
            .AddSingleton<PublishEdition>()
            .AddSingleton<ComposeDue>()
            .AddSingleton<PreviewDigest>()
            .AddSingleton<MakeBoardPaper>()
            .AddSingleton<MailRate>()
            .AddSingleton<SendDeliveries>()
            .AddSingleton<FollowSettings>()
            .AddSingleton<DeliverEdition>()
            .AddSingleton<ReadDigest>()
            .AddSingleton<ReadRest>()
            .AddSingleton<ReadBounces>()
            .AddSingleton<FetchBounces>()
            .AddSingleton<Canary>();
}
