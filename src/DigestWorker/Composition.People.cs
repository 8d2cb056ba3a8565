using DigestWorker.Pipeline.Choosing;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.People;
using DigestWorker.Pipeline.Rosters;

namespace DigestWorker;

// What people do, and what is done about them.
internal static partial class Composition
{
    private static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton<ImportRoster>()
            .AddSingleton<ExportTeam>()
            .AddSingleton<NoteRosters>()
            .AddSingleton<FollowRosters>()
            .AddSingleton<Offer>()
            .AddSingleton<AskToJoin>()
            .AddSingleton<ConfirmJoining>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<ConfirmationLetter>()
            .AddSingleton<CopyLetter>()
            .AddSingleton<AlertLetter>()
            .AddSingleton<StatutoryNews>()
            .AddSingleton<FindAlerts>()
            .AddSingleton<WriteAlerts>()
            .AddSingleton<EditTeam>()
            .AddSingleton<SendLetters>()
            .AddSingleton<ErasePerson>()
            .AddSingleton<ExportPerson>();
}
