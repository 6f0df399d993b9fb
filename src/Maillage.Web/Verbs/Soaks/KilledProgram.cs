using System.Diagnostics;
using Maillage.Data;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>The program itself, run as another process and killed.</summary>
internal static class KilledProgram
{
    /// <param name="sign">File or folder by whose appearance the command shows that it is at work.</param>
    /// <param name="after">How long after the sign it is killed; null lets it end, and expects it to succeed.</param>
    /// <returns>How long it ran after the sign.</returns>
    public static async Task<TimeSpan> RunAsync(
        IEnumerable<string> command, string state, Database database, string sign, TimeSpan? after, CancellationToken ct)
    {
        var start = new ProcessStartInfo(
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet",
            [typeof(Entry).Assembly.Location, .. command, "--state", state, "--database", database.ConnectionString])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            while (!Path.Exists(sign) && !process.HasExited)
            {
                await Task.Delay(1, ct);
            }

            var watch = Stopwatch.StartNew();
            if (after is { } delay)
            {
                await Task.WhenAny(process.WaitForExitAsync(ct), Task.Delay(delay, ct));
                process.Kill();
            }

            await process.WaitForExitAsync(ct);
            var elapsed = watch.Elapsed;
            var words = string.Concat(await said);
            return after is not null || process.ExitCode == 0
                ? elapsed
                : throw new InvalidOperationException($"Exit code {process.ExitCode}: {words}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
