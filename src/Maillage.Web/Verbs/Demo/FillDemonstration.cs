using Maillage.Access.Accounts;
using Maillage.Access.Rights;
using Maillage.Access;
using Maillage.Data.Audit;
using Maillage.Data;
using Maillage.Network.Organisations;
using Maillage.Network.Register;
using Maillage.Network;
using Maillage.Publishing.Settings;
using Maillage.Publishing;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Web.Verbs.Demo;

/// <summary>
/// A fictitious life for two campuses of the register, written by the same operations as the pages call: it can hold nothing that
/// the product would refuse.
/// </summary>
internal sealed class FillDemonstration(MaillageDb db, CurrentRegister register, IServiceProvider services, TimeProvider clock)
{
    /// <summary>The two campuses, by their slugs.</summary>
    private static readonly string[] Campuses = ["mode-luxe-pays-de-la-loire", "nautisme-pays-de-la-loire"];

    private const string Region = "52";

    public async Task ExecuteAsync(CancellationToken ct)
    {
        // First of all: no page ever shows what follows without saying what it is.
        db.Add(new SiteSettings { IsDemonstration = true });
        await db.SaveChangesAsync(Author.Product.Doing(PublishingActs.SettingsChanged), clock, ct);
        await PersonAsync("Claude Rectorat", Role.Rectorate, Scope.AcademicRegion(Region), ct);
        await PersonAsync("Maxime Région", Role.RegionalCouncil, Scope.RegionalCouncil(Region), ct);
        foreach (var slug in Campuses)
        {
            var campus = (await register.GetAsync(ct)).Campus(slug) ?? throw new InvalidOperationException($"The starter facts have no campus '{slug}'.");
            await FillAsync(campus, ct);
        }

        // Last of all: whether there is an administrator says whether a demonstration is whole.
        await PersonAsync("Dominique Administre", Role.Administrator, Scope.National, ct);
    }

    private async Task FillAsync(CampusRecord campus, CancellationToken ct)
    {
        var scope = Scope.Campus(campus.CampusId);
        var name = campus.ShortName ?? campus.Name;
        var director = await PersonAsync($"Camille Dirige ({name})", Role.CampusDirector, scope, ct);
        await PersonAsync($"Sacha Anime ({name})", Role.CampusTeam, scope, ct);
        var id = campus.CampusId;
        var members = await db.Memberships.Where(row => row.CampusId == id && row.Basis == MembershipBasis.Source && row.Role != MembershipRole.Carrier)
            .OrderBy(row => row.OrganisationId).Select(row => row.OrganisationId).ToListAsync(ct);
        if (members is [var first, ..])
        {
            await PersonAsync($"Alix Proviseure ({name})", Role.OrganisationHead, Scope.Organisation(first), ct);
            await PersonAsync($"Lou Professeur ({name})", Role.OrganisationStaff, Scope.Organisation(first), ct);
        }

        var life = new CampusLife(services, director, campus, clock.Today());
        await life.PublishAsync(ct);
        await life.PlanAsync(members, ct);
        await life.MeetAsync(ct);
        await life.InviteAsync(ct);
    }

    private async Task<Actor> PersonAsync(string name, Role role, Scope scope, CancellationToken ct)
    {
        var email = $"{Slug.From(name)}@exemple.invalid";
        var account = new Account { Email = email, NormalizedEmail = email, UserName = email, NormalizedUserName = email, Name = name, Language = Hosting.Language.French, EmailConfirmed = true, CreatedAt = clock.UtcNow() };
        db.Add(account);
        db.Add(new RoleAssignment { AccountId = account.Id, Role = role, ScopeKind = scope.Kind, ScopeKey = scope.Key, StartsOn = clock.Today() });
        await db.SaveChangesAsync(Author.Product.Doing(AccessActs.Invited), clock, ct);
        return Actor.Person(account.Id, [new HeldRole(role, scope)]);
    }
}
