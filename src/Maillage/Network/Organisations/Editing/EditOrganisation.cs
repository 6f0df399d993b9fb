using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Organisations.Editing;

/// <summary>
/// Changes what is said of an organisation: by who has the right, by a link that was sent for it, by another system's key. The
/// second of two people who change it at once is told, and loses nothing typed.
/// </summary>
public sealed class EditOrganisation(MaillageDb db, NetworkPerimeters perimeters, TimeProvider clock)
{
    /// <param name="Name">How it is called.</param>
    /// <param name="Website">Full address, <c>https://…</c>.</param>
    /// <param name="Email">Address of the organisation itself, not of a person.</param>
    /// <param name="Telephone">Digits, spaces, <c>+</c>, dots.</param>
    /// <param name="Version">The version that was read, as <see cref="ReadAsync"/> gave it.</param>
    public sealed record Input(string? Name, string? Website, string? Email, string? Telephone, int Version);

    /// <summary>The organisation as it is, and its version.</summary>
    /// <exception cref="NotFound">No such organisation, or not one that the actor may change.</exception>
    public async Task<(Organisation Organisation, int Version)> ReadAsync(Actor actor, Guid organisationId, CancellationToken ct)
    {
        var organisation = await FindAsync(actor, organisationId, ct);
        return (organisation, VersionOf(organisation));
    }

    /// <exception cref="NotFound">No such organisation, or not one that the actor may change.</exception>
    public async Task<Result> ExecuteAsync(Actor actor, Guid organisationId, Input input, CancellationToken ct)
    {
        var organisation = await FindAsync(actor, organisationId, ct);
        var name = TypedText.OneLine(input.Name);
        if (name.Length is 0 or > Organisation.NameMaxLength)
        {
            return OrganisationProblems.NameMissing;
        }

        var website = TypedText.OneLine(input.Website);
        if (website.Length > 0 && (website.Length > Organisation.WebsiteMaxLength || !Uri.TryCreate(website, UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0))
        {
            return OrganisationProblems.WebsiteWrong;
        }

        var email = TypedText.OneLine(input.Email);
        if (email.Length > 0 && !EmailAddress.TryParse(email, out _))
        {
            return OrganisationProblems.EmailWrong;
        }

        var telephone = TypedText.OneLine(input.Telephone);
        if (telephone.Length > 0 && (telephone.Length > Organisation.TelephoneMaxLength || telephone.Count(char.IsAsciiDigit) < 4
            || telephone.Any(character => !char.IsAsciiDigit(character) && character is not (' ' or '+' or '.' or '-' or '(' or ')'))))
        {
            return OrganisationProblems.TelephoneWrong;
        }

        if (input.Version != VersionOf(organisation))
        {
            return OrganisationProblems.ChangedMeanwhile;
        }

        (organisation.Name, organisation.FoldedName) = (name, FoldedText.Of(name));
        (organisation.Website, organisation.Email, organisation.Telephone) = (website.OrNone(), email.OrNone(), telephone.OrNone());
        if (db.Entry(organisation).State == EntityState.Unchanged)
        {
            return Result.Ok;
        }

        organisation.UpdatedAt = clock.UtcNow();
        try
        {
            await db.SaveChangesAsync(actor.Doing(NetworkActs.OrganisationEdited), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return OrganisationProblems.ChangedMeanwhile;
        }
    }

    private async Task<Organisation> FindAsync(Actor actor, Guid organisationId, CancellationToken ct)
    {
        // What a refused save has left here must not be taken for what is there.
        db.ChangeTracker.Clear();
        var organisation = await db.Organisations.SingleOrDefaultAsync(row => row.OrganisationId == organisationId, ct);
        return organisation is not null && actor.Can(Permission.EditOrganisation, await perimeters.OfOrganisationAsync(organisationId, ct))
            ? organisation
            : throw new NotFound("The organisation");
    }

    private int VersionOf(Organisation organisation) => db.Entry(organisation).Property<int>(TableConventions.Version).CurrentValue;
}
