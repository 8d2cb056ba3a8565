using System.Collections;
using System.CommandLine;
using System.Data.Common;
using DigestWorker.Composing.Rendering;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Cli;

/// <summary>What a host is built for: to run as the service, or to do one verb.</summary>
internal enum Purpose
{
    Service,
    Verb,
}

/// <summary>Where every verb begins: settings read or refused, the program built, the database brought up to date.</summary>
internal sealed record Workshop(Func<string, IDictionary, SettingsReading> Read, Func<DigestSettings, TimeProvider, Purpose, IHost> Build)
{
    public const string DefaultFile = "appsettings.json";

    /// <summary>What stands over each settings file.</summary>
    public IDictionary Overrides { get; init; } = Environment.GetEnvironmentVariables();

    public SettingsReading ReadSettings(string file) => Read(file, Overrides);

    public Task<int> DoAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> verb, CancellationToken cancellationToken) =>
        DoAsync(Options.FileOf(parsed), TimeProvider.System, verb, cancellationToken);

    public Task<int> DoAsync(
        string file, TimeProvider time, Func<IServiceProvider, CancellationToken, Task<int>> verb, CancellationToken cancellationToken) =>
        WithSettingsAsync(file, async settings =>
        {
            SayWhatIsLost(settings);
            using var host = Build(settings, time, Purpose.Verb);
            Open(host);
            return await verb(host.Services, cancellationToken);
        });

    /// <summary>Says before anything opens the database what its log has lost: from then on SQLite writes over what it could not read.</summary>
    public static void SayWhatIsLost(DigestSettings settings)
    {
        if (Databases.FileOf(settings.Storage) is { } file && CheckDatabase.LostWords(file) is { } words)
        {
            Console.Error.WriteLine(words);
        }
    }

    /// <summary>Brings the database up to date, and goes no further where its opt-outs cannot be known again.</summary>
    public static void Open(IHost host)
    {
        host.Services.GetRequiredService<Database>().Migrate();
        host.Services.GetRequiredService<KeyGuard>().Check();
    }

    /// <summary>For a verb that looks at the database as it lies there: nothing is migrated or made.</summary>
    public Task<int> AsItIsAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> verb) =>
        WithSettingsAsync(Options.FileOf(parsed), async settings =>
        {
            using var host = Build(settings, TimeProvider.System, Purpose.Verb);
            return await verb(host.Services);
        });

    /// <summary>For a verb that stores nothing: works beside no settings file too, with what comes with the program.</summary>
    public Task<int> WithoutDatabaseAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> verb)
    {
        var file = Options.FileOf(parsed);
        var isDefault = parsed.GetValue(Options.Settings) is null && !File.Exists(file);
        return WithSettingsAsync(isDefault ? Path.Combine(AppContext.BaseDirectory, DefaultFile) : file, async settings =>
        {
            using var host = Build(settings, TimeProvider.System, Purpose.Verb);
            return await verb(host.Services);
        });
    }

    /// <summary>Turns what can go wrong from outside into words and an exit code.</summary>
    public async Task<int> WithSettingsAsync(string file, Func<DigestSettings, Task<int>> act)
    {
        var reading = ReadSettings(file);
        if (reading is not SettingsReading.Accepted accepted)
        {
            return Refuse(file, (SettingsReading.Refused)reading);
        }

        foreach (var warning in accepted.Warnings)
        {
            Console.Error.WriteLine($"Warning: {warning}");
        }

        try
        {
            return await act(accepted.Settings);
        }
        catch (Exception exception) when (exception is not StorageFault && StorageFault.Within(exception) is { } fault)
        {
            using var database = Databases.Of(accepted.Settings.Storage);
            return Failed(database.Fault(fault, BackupFolder.NewestOf(accepted.Settings.Storage, TimeProvider.System.GetUtcNow())).Message);
        }
        catch (Exception exception) when (exception is StorageFault or KeyFault or UnauthorizedAccessException or IOException)
        {
            return Failed(exception.Message);
        }
        catch (TemplateFault fault)
        {
            Console.Error.WriteLine($"The templates cannot be used: {fault.Message}");
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            return Failed("Stopped before the end. What was done is kept; run the same again to carry on.");
        }
    }

    public static int Refuse(string file, SettingsReading.Refused refused)
    {
        Console.Error.WriteLine(refused.Mistakes.Count == 1
            ? $"The settings in {file} have a mistake:"
            : $"The settings in {file} have {refused.Mistakes.Count} mistakes:");
        foreach (var mistake in refused.Mistakes)
        {
            Console.Error.WriteLine($"  {mistake.Words}");
        }

        return ExitCode.WrongUsage;
    }

    private static int Failed(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.Failed;
    }
}
