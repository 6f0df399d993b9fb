using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Access;
using Maillage.Data.Audit;
using Maillage.Data;
using Maillage.Publishing;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Maillage.Web.Pages.Access;
using Maillage.Web.Verbs.Demo;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs;

/// <summary>
/// Fills two campuses with fictitious people and a fictitious life, prints a link for each of those people, and answers until it is
/// stopped. It has a folder of its own, or the PostgreSQL database given, which must be one where nobody has an account.
/// </summary>
public sealed class DemoVerb : IVerb
{
    private static readonly TimeSpan LinkLifeTime = TimeSpan.FromDays(30);

    public string Name => "demo";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        if (context.Settings.Database.Engine == DatabaseEngine.Sqlite)
        {
            context = context with { Settings = HostSettings.Of(context.Settings.Urls, Path.Combine(context.Settings.State, Name), null) };
        }

        var hosted = await PreparedState.HostAsync(context, ct);
        if (hosted.Failed)
        {
            return hosted.Problem;
        }

        await using (var app = hosted.Value)
        {
            var filled = await FillAsync(app.Services, context, ct);
            if (filled.Failed)
            {
                return filled;
            }
        }

        return await new ServeVerb().RunAsync(context, ct);
    }

    private static async Task<Result> FillAsync(IServiceProvider services, VerbContext context, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaillageDb>();
        var isDemonstration = (await db.SiteSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.IsDemonstration == true;
        if (isDemonstration && !await db.RoleAssignments.AnyAsync(row => row.Role == Role.Administrator, ct))
        {
            return VerbsProblems.DemoUnfinished(context.Settings.State);
        }

        if (!isDemonstration)
        {
            if (await db.Accounts.AnyAsync(ct))
            {
                return VerbsProblems.DemoNotEmpty();
            }

            var loaded = await StarterFacts.LoadAsync(services, context, ct);
            if (loaded.Failed)
            {
                return loaded;
            }

            await ActivatorUtilities.CreateInstance<FillDemonstration>(scope.ServiceProvider).ExecuteAsync(ct);
        }

        await PrintLinksAsync(db, context, services.GetRequiredService<SiteAddress>(), ct);
        return Result.Ok;
    }

    /// <summary>New ones at each start: those of the last one no longer serve.</summary>
    private static async Task PrintLinksAsync(MaillageDb db, VerbContext context, SiteAddress site, CancellationToken ct)
    {
        var now = TimeProvider.System.UtcNow();
        var roles = db.RoleAssignments;
        var people = await db.Accounts.Where(row => roles.Any(role => role.AccountId == row.Id)).OrderBy(row => row.Id)
            .Select(row => new { Account = row, roles.First(role => role.AccountId == row.Id).Role }).ToListAsync(ct);
        db.RemoveRange(await db.ActionLinks.Where(row => row.Purpose == LinkPurpose.Demonstration).ToListAsync(ct));
        foreach (var person in people)
        {
            var secret = Secret.New();
            db.Add(new ActionLink
            {
                TokenDigest = Secret.DigestOf(secret),
                Purpose = LinkPurpose.Demonstration,
                Email = person.Account.NormalizedEmail!,
                AccountId = person.Account.Id,
                SentAt = now,
                ExpiresAt = now + LinkLifeTime,
                ServesAgain = true,
            });
            context.Say("verbs.demo.person", context.Texts.Of("access.role", person.Role), person.Account.Name, site.Of(Language.French, LinkModel.Address + QueryString.Create(InvitationModel.TokenName, secret)));
        }

        await db.SaveChangesAsync(Author.Product.Doing(AccessActs.SignInLinkAsked), TimeProvider.System, ct);
    }
}
