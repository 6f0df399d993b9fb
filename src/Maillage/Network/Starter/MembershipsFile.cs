using Maillage.Network.Organisations;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>The links between campuses and organisations.</summary>
internal static class MembershipsFile
{
    public const string Name = "starter/memberships";

    private static readonly Column<string> CampusSlug = Slugs("campus_slug").RefersTo(CampusesFile.Name + ".csv", "slug");
    private static readonly Column<string> OrganisationId = Slugs("organisation_id").RefersTo(OrganisationsFile.Name + ".csv", "id");
    private static readonly Column<MembershipRole> Role = Code<MembershipRole>("role");
    private static readonly Column<MembershipBasis> Basis = Code<MembershipBasis>("basis");
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);

    public static readonly FileDeclaration Declaration = new(Name, [CampusSlug, OrganisationId, Role], [CampusSlug, OrganisationId, Role, Basis, Source]);

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var keys = changes.TouchedKeys.Select(key => key.Split('|')).ToList();
        var organisations = await writing.FindOrganisationsAsync([.. keys.Select(key => key[1]).Distinct(StringComparer.Ordinal)], ct);
        var ids = organisations.Values.ToList();
        var slugOf = organisations.ToDictionary(pair => pair.Value, pair => pair.Key);
        var known = (await writing.Db.Memberships.Where(membership => ids.Contains(membership.OrganisationId)).ToListAsync(ct))
            .ToDictionary(membership => $"{writing.CampusSlug(membership.CampusId)}|{slugOf[membership.OrganisationId]}|{membership.Role.ToCode()}", StringComparer.Ordinal);
        writing.Rows.Write(changes, known, Map, Fill);

        Membership Map(FileRow row) => new()
        {
            CampusId = writing.Campus(row.Get(CampusSlug)).CampusId,
            OrganisationId = organisations[row.Get(OrganisationId)],
            Role = row.Get(Role),
            Basis = row.Get(Basis),
            Provenance = ProvenanceOf(row),
        };
    }

    private static void Fill(Membership membership, FileRow row)
    {
        membership.Basis = row.Get(Basis);
        membership.Provenance = ProvenanceOf(row);
    }

    private static Provenance ProvenanceOf(FileRow row) =>
        new(row.Get(Source), null, row.Get(Basis) == MembershipBasis.Source ? Confidence.A : Confidence.C);
}
