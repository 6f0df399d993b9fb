using System.Diagnostics;
using System.Globalization;

namespace Maillage.TestKit;

/// <summary>
/// One of the outside servers of <c>tests/Peers</c>, run by Node.js until it is disposed of. <c>./test</c> installs their packages.
/// </summary>
public sealed class Peer : IAsyncDisposable
{
    private const string Sign = "port ";
    private const string Mark = "mark";

    private readonly Process _process;
    private readonly Action<string> _line;
    private TaskCompletionSource _caughtUp = new();

    private Peer(Process process, int port, Action<string> line)
    {
        (_process, Port, _line) = (process, port, line);
        _ = ReadAsync();
    }

    public int Port { get; }

    /// <param name="script">Name of the script, such as <c>smtp.mjs</c>.</param>
    /// <param name="line">Called with each line that it prints after its port.</param>
    /// <param name="arguments">What it is given.</param>
    public static async Task<Peer> StartAsync(string script, Action<string> line, params string[] arguments)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"The packages of {folder} are not installed: run ./test, or npm ci there.");
        }

        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string first;
        do
        {
            // Some say other things before.
            first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{script} ended at once.");
        }
        while (!first.StartsWith(Sign, StringComparison.Ordinal));
        return new Peer(process, int.Parse(first[Sign.Length..], CultureInfo.InvariantCulture), line);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Waits until every line that it printed so far was handed over: for a script that answers its input with the same line.</summary>
    public async Task CatchUpAsync()
    {
        _caughtUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _process.StandardInput.WriteLineAsync(Mark);
        await _process.StandardInput.FlushAsync();
        await _caughtUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Mark)
            {
                _caughtUp.TrySetResult();
            }
            else
            {
                _line(line);
            }
        }
    }
}
