using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Maillage.Web.Verbs;

namespace Maillage.Web.Tests.Verbs;

/// <summary>The program as <c>./run</c> starts it: another process, with a state of its own.</summary>
internal sealed class StartedProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private StartedProgram(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    public static StartedProgram Start(string language, string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Entry).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("MAILLAGE_", StringComparison.Ordinal) || key.StartsWith("LC_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["LANG"] = language;
        return new StartedProgram(Process.Start(start)!);
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<ProgramEnd> RunAsync(string language, string folder, params string[] args)
    {
        using var program = Start(language, folder, args);
        return await program.EndAsync();
    }

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await _error);

    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    public async Task<ProgramEnd> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new ProgramEnd(_process.ExitCode, output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

internal sealed record ProgramEnd(int Code, string Output, string Error);
