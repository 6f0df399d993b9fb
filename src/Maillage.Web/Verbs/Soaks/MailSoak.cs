using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Maillage.Data;
using Maillage.Messages;
using Maillage.Shared;
using Maillage.Web.Verbs.Benches;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs.Soaks;

/// <summary>
/// As many messages as rounds, sent by two programs at once to a real mail server that refuses a tenth of them; each program is
/// killed once. Each message arrives exactly once, or is reported.
/// </summary>
public sealed class MailSoak : ISoak
{
    /// <summary>Every tenth recipient is refused: half of them for good, half for a minute.</summary>
    private const int Refused = 20;

    /// <summary>A refusal for a minute would outlast a smaller budget.</summary>
    private const int FewestPostponed = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public string Name => "mail";

    public async Task<Result> RunAsync(VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        using var generated = new GeneratedState();
        var database = context.Settings.Database.Engine == DatabaseEngine.Postgres ? context.Settings.Database : generated.Database;
        return await RunAsync(database, generated.State, context, seed, rounds, ct);
    }

    /// <param name="database">A database that nothing else uses.</param>
    /// <param name="state">A state folder for it.</param>
    public static async Task<Result> RunAsync(Database database, string state, VerbContext context, int seed, int rounds, CancellationToken ct)
    {
        Directory.CreateDirectory(state);
        await new ApplyMigrations(database).ExecuteAsync(ct);
        await WriteAsync(context, state, database, rounds, ct);

        if (FindScript() is not { } script)
        {
            return new Problem("verbs.soak.no_peers");
        }

        var taken = new ConcurrentQueue<string>();
        using var server = Started("node", [script], null);
        var port = await PortAsync(server, taken);
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        Process[] nodes = [Node(state, database, port), Node(state, database, port)];
        try
        {
            for (var node = 0; node < nodes.Length; node++)
            {
                // Each is killed somewhere in the middle of its work, and another takes its place.
                var until = (int)(rounds * (0.2 + (0.3 * node) + (random.NextDouble() * 0.2)));
                while (taken.Count < until && watch.Elapsed < Patience)
                {
                    await Task.Delay(5, ct);
                }

                nodes[node].Kill();
                await nodes[node].WaitForExitAsync(ct);
                nodes[node].Dispose();
                nodes[node] = Node(state, database, port);
            }

            while (await LeftAsync(database, ct) > 0 && watch.Elapsed < Patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
        finally
        {
            foreach (var process in (Process[])[.. nodes, server])
            {
                process.Kill();
                process.Dispose();
            }
        }

        return await JudgeAsync(context, database, taken, rounds, watch.Elapsed, ct);
    }

    private static async Task WriteAsync(VerbContext context, string state, Database database, int count, CancellationToken ct)
    {
        await using var app = BenchHost.NewBuilder(context.Settings with { State = state, Database = database }).Build();
        await using var scope = app.Services.CreateAsyncScope();
        var (db, outbox) = (scope.ServiceProvider.GetRequiredService<MaillageDb>(), scope.ServiceProvider.GetRequiredService<Outbox>());
        for (var number = 0; number < count; number++)
        {
            var way = number % Refused == 0 ? "refuse" : number % Refused == Refused / 2 && count >= FewestPostponed ? "later" : "take";
            outbox.Send(new Recipient($"{way}-{number}@example.org", number % 2 == 0 ? "fr" : "en"), new MessageItem("access.message.sign_in_link", [], "/connexion/lien?jeton=abc"));
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task<Result> JudgeAsync(VerbContext context, Database database, IReadOnlyCollection<string> taken, int rounds, TimeSpan elapsed, CancellationToken ct)
    {
        await using var db = database.NewContext();
        var messages = await db.OutgoingMessages.AsNoTracking().ToListAsync(ct);
        var arrived = taken.GroupBy(to => to, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var times = arrived.GetValueOrDefault(message.Recipient);
            var isRight = message.State switch
            {
                MessageState.Delivered => times == 1,
                MessageState.Refused => times == 0 && message.Recipient.StartsWith("refuse", StringComparison.Ordinal),
                MessageState.Uncertain => times <= 1,
                _ => false,
            };
            if (!isRight)
            {
                return new Problem("verbs.soak.failed", message.Recipient, $"{message.State}, {times} times");
            }
        }

        var counts = messages.CountBy(message => message.State).ToDictionary();
        context.Say(
            "verbs.soak.mail", rounds, database.Engine, counts.GetValueOrDefault(MessageState.Delivered), counts.GetValueOrDefault(MessageState.Refused),
            counts.GetValueOrDefault(MessageState.Uncertain), elapsed.TotalSeconds);
        return messages.Count == rounds ? Result.Ok : new Problem("verbs.soak.failed", rounds, $"{messages.Count} messages");
    }

    private static async Task<int> LeftAsync(Database database, CancellationToken ct)
    {
        await using var db = database.NewContext();
        return await db.OutgoingMessages.CountAsync(row => row.State == MessageState.Waiting || row.State == MessageState.Sending, ct);
    }

    private static Process Node(string state, Database database, int port) => Started(
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet",
        [typeof(Entry).Assembly.Location, ServeVerb.TheName, "--urls", "http://127.0.0.1:0", "--state", state, "--database", database.ConnectionString, "--starter", "none"],
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Security"] = "None",
            ["Mail__From"] = "maillage@example.org",
            // What a killed program was sending is reported once this is over.
            ["Mail__PatienceSeconds"] = "10",
        });

    private static Process Started(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        // What it says is read, or it would wait for ever to say it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        if (environment is not null)
        {
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
        }

        return process;
    }

    /// <summary>The port that the mail server prints first; then each message that it takes.</summary>
    private static async Task<int> PortAsync(Process server, ConcurrentQueue<string> taken)
    {
        var first = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server ended at once.");
        _ = Task.Run(async () =>
        {
            while (await server.StandardOutput.ReadLineAsync() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                taken.Enqueue(json.RootElement.GetProperty("to").GetString()!);
            }
        });
        return int.Parse(first.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>The mail server of the tests, in the sources around the program or the working folder.</summary>
    private static string? FindScript()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var script = Path.Combine(folder.FullName, "tests", "Peers", "smtp.mjs");
                if (File.Exists(script) && Directory.Exists(Path.Combine(folder.FullName, "tests", "Peers", "node_modules")))
                {
                    return script;
                }
            }
        }

        return null;
    }
}
