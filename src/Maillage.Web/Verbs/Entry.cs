using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Maillage.Shared;
using Maillage.Web.Hosting;

namespace Maillage.Web.Verbs;

/// <summary>From the words of the command line to an exit code: 0 done, 1 could not, 2 bad input, 130 interrupted.</summary>
public static class Entry
{
    private const int CouldNot = 1;
    private const int BadInput = 2;
    private const int Interrupted = 130;

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.CultureOf(LanguageOf(Environment.GetEnvironmentVariable));
        var texts = new Texts();
        var parsed = CommandLine.Parse(args, Environment.GetEnvironmentVariable);
        if (parsed.Failed)
        {
            return await TellAsync(texts, parsed.Problem);
        }

        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        var (verb, arguments, options, settings) = parsed.Value;
        try
        {
            var result = await verb.RunAsync(new VerbContext(settings, arguments, options, texts, Console.Out, Console.Error), stop.Token);
            return result.Failed ? await TellAsync(texts, result.Problem) : 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            // The world outside: a full disk, a folder that is not ours, a server that does not answer.
            return await TellAsync(texts, VerbsProblems.Failed(verb.Name, exception.Message.ReplaceLineEndings(" ")));
        }
    }

    /// <summary>French, unless the environment speaks English.</summary>
    public static string LanguageOf(Func<string, string?> environment) =>
        LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
        && locale.StartsWith(Language.English, StringComparison.OrdinalIgnoreCase)
            ? Language.English
            : Language.French;

    private static async Task<int> TellAsync(Texts texts, Problem problem)
    {
        await Console.Error.WriteLineAsync(texts.Of(problem));
        return problem.Field is null ? CouldNot : BadInput;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
