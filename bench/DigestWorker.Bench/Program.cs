using DigestWorker.Bench;
using DigestWorker.Bench.Monday;

// Each scenario measures whole processes or whole verbs and sets them against a stated limit; name one to run it alone:
//   dotnet run -c Release --project bench/DigestWorker.Bench -- years
// --list names those that are not long; --small runs a little of some and judges nothing, to see that they work. With --json FILE the
// measures are kept too, with --compare FILE they are set beside those that a file keeps (bench/compare does it).
switch (args)
{
    case [MondayEdition.Verb, var settings]:
        return await MondayEdition.RunAsync(settings);
    case ["--list"]:
        Console.WriteLine(string.Join('\n', Scenarios.All.Where(scenario => !scenario.IsLong).Select(scenario => scenario.Name)));
        return 0;
    default:
        return await BenchRun.RunAsync(Options.Of(args));
}
