using System.Diagnostics;
using System.Text.RegularExpressions;
using Maillage.Access;
using Maillage.Access.Accounts;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Access.Sessions;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Network;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs.Benches;

/// <summary>
/// Sign-in, the home of a role and the audit of a million entries, of which one role sees all, one nearly none and one half; each
/// answer made anew. On SQLite in a folder of its own; on PostgreSQL in the database given, which must be new.
/// </summary>
public sealed partial class AccessBench : IBench
{
    private const int Entries = 1_000_000;
    private const int SignIns = 200;
    private const int Connections = 8;
    private const string Region = "52";
    private const string Password = "quatre grues jaunes dorment";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private static readonly IReadOnlyList<string> Asked =
    [
        "/espace", "/espace/personnes", "/espace/traces", "/espace/traces?acte=network.act.organisation_edited", "/espace/traces?auteur=bench.7%40example.org",
        "/espace/traces?du=2026-03-01&au=2026-03-31",
    ];

    public string Name => "access";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        using var generated = new GeneratedState();
        var database = context.Settings.Database.Engine is DatabaseEngine.Sqlite ? generated.Database : context.Settings.Database;
        var settings = context.Settings with { State = generated.State, Database = database };
        Directory.CreateDirectory(settings.State);
        await using var app = BenchHost.NewBuilder(settings).Build();
        app.UseMaillage();
        var applied = await new ApplyMigrations(database).ExecuteAsync(ct);
        var loaded = applied.Failed ? Result.Ok : await StarterFacts.LoadAsync(app.Services, context, ct);
        if (applied.Failed || loaded.Failed)
        {
            return applied.Failed ? applied.Problem : loaded;
        }

        var people = await FillAsync(database, app.Services, ct);
        await app.StartAsync(ct);
        context.Say("verbs.bench.access.header", database.Engine.ToCode(), Entries, Connections, Environment.ProcessorCount);
        await SignInAsync(app.Services, people, context, ct);
        var server = new Uri(app.Urls.First());
        foreach (var (role, account) in new[] { ("administrator", people[0]), ("campus_director", people[1]), ("rectorate", people[2]) })
        {
            var cookie = await SessionOfAsync(server, database, account, ct);
            foreach (var path in Asked)
            {
                var figures = await new LoadGenerator(server, Connections) { Cookie = cookie }.RunAsync(path, varyHost: false, compressed: false, Duration, ct);
                context.Say("verbs.bench.access.row", $"{path} ({role})", figures.RequestsPerSecond, figures.MedianMilliseconds, figures.P99Milliseconds);
            }
        }

        await app.StopAsync(ct);
        return Result.Ok;
    }

    /// <summary>People, of whom the first runs the platform, the second a campus without members and the third a region with half of all members, and what they have done in a year.</summary>
    private static async Task<IReadOnlyList<Account>> FillAsync(Database database, IServiceProvider services, CancellationToken ct)
    {
        var random = new Random(1);
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        await using var db = database.NewContext();
        var campus = await db.Campuses.OrderBy(row => row.Slug).Select(row => row.CampusId).FirstAsync(ct);
        var organisations = await db.Organisations.Select(row => row.OrganisationId).ToListAsync(ct);
        var people = Enumerable.Range(0, 50).Select(number => NewAccount($"bench.{number}@example.org")).ToList();
        foreach (var person in people.Take(4))
        {
            (person.PasswordHash, person.CodeKey) = (hasher.HashPassword(person, Password), "set");
        }

        db.AddRange(people);
        db.AddRange(people.Select((person, number) =>
        {
            var (role, scope) = number switch
            {
                0 => (Role.Administrator, Scope.National),
                1 => (Role.CampusDirector, Scope.Campus(campus)),
                2 => (Role.Rectorate, Scope.AcademicRegion(Region)),
                _ => (Role.CampusTeam, Scope.Campus(campus)),
            };
            return new RoleAssignment { AccountId = person.Id, Role = role, ScopeKind = scope.Kind, ScopeKey = scope.Key, StartsOn = new DateOnly(2026, 1, 1) };
        }));
        await db.SaveChangesAsync(Author.Product.Doing(AccessActs.Invited), TimeProvider.System, ct);
        string[] acts = [AccessActs.SignedIn, AccessActs.Invited, NetworkActs.OrganisationEdited];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.BulkInsertAsync(Enumerable.Range(0, Entries).Select(number => (Number: number, Key: organisations[random.Next(organisations.Count)].ToString())).Select(row => new AuditEntry
        {
            ActId = Guid.CreateVersion7(),
            At = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(row.Number * 28),
            ActCode = acts[random.Next(acts.Length)],
            AuthorKind = AuthorKind.Account,
            AuthorId = people[random.Next(people.Count)].Id,
            Address = "::ffff:192.0.2.1",
            Change = AuditChange.Modified,
            Subject = "organisations",
            SubjectKey = row.Key,
            WithinKey = row.Key,
            Before = """{"telephone":"02 40 00 00 00"}""",
            After = """{"telephone":"02 40 11 11 11"}""",
        }), ct);
        await transaction.CommitAsync(ct);
        return people;
    }

    /// <summary>The check of a password, one after another and then as many at once as the other measures ask.</summary>
    private static async Task SignInAsync(IServiceProvider services, IReadOnlyList<Account> people, VerbContext context, CancellationToken ct)
    {
        foreach (var atOnce in new[] { 1, Connections })
        {
            var ticks = new System.Collections.Concurrent.ConcurrentBag<double>();
            await Parallel.ForEachAsync(Enumerable.Range(0, SignIns), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct }, async (number, stop) =>
            {
                await using var scope = services.CreateAsyncScope();
                var start = Stopwatch.GetTimestamp();
                // A network address of its own each time, and attempts forgotten as a real sign-in forgets them.
                var account = people[number % 4];
                var result = await scope.ServiceProvider.GetRequiredService<CheckPassword>().ExecuteAsync(account.Email, Password, $"192.0.2.{number}", stop);
                ticks.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                await scope.ServiceProvider.GetRequiredService<SignInThrottle>().ForgetAsync(account.NormalizedEmail!, stop);
                if (result.Failed && result.Problem != AccessProblems.TooManyAttempts)
                {
                    throw new InvalidOperationException(result.Problem.Code);
                }
            });
            var sorted = ticks.Order().ToList();
            context.Say("verbs.bench.access.sign_in", atOnce, sorted[sorted.Count / 2], sorted[(int)((sorted.Count - 1) * 0.99)]);
        }
    }

    /// <summary>The cookie of a session, opened by a link as people open one, and then counted as proved by a passkey.</summary>
    private static async Task<string> SessionOfAsync(Uri server, Database database, Account account, CancellationToken ct)
    {
        var (secret, now) = (Secret.New(), DateTime.UnixEpoch.AddSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        await using var db = database.NewContext();
        db.Add(new ActionLink
        {
            TokenDigest = Secret.DigestOf(secret), Purpose = LinkPurpose.SignIn, Email = account.NormalizedEmail!, AccountId = account.Id,
            SentAt = now, ExpiresAt = now.AddMinutes(30), ServesAgain = false,
        });
        await db.SaveChangesAsync(Author.Product.Doing(AccessActs.SignInLinkAsked), TimeProvider.System, ct);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server };
        var page = await client.GetStringAsync($"/connexion/lien?jeton={secret}", ct);
        using var opened = await client.PostAsync("/connexion/lien", new FormUrlEncodedContent(
            [new("__RequestVerificationToken", Token().Match(page).Groups["token"].Value), new("jeton", secret)]), ct);
        await db.Sessions.Where(row => row.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Method, SignInMethod.Passkey), ct);
        return handler.CookieContainer.GetCookieHeader(server);
    }

    private static Account NewAccount(string email) => new()
    {
        Name = "Personne fictive",
        Email = email,
        NormalizedEmail = email,
        UserName = email,
        NormalizedUserName = email,
        Language = "fr",
        CreatedAt = DateTime.UnixEpoch.AddYears(56),
    };

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
