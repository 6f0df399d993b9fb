using Maillage.Network.Organisations;
using Maillage.Network.Organisations.Imports;
using Maillage.OpenData;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using static Maillage.OpenData.Columns;

namespace Maillage.Network.Starter;

/// <summary>The organisations of the starter regions.</summary>
internal static class OrganisationsFile
{
    public const string Name = "starter/organisations";

    // How the file says that a row comes from general knowledge and not from a text.
    private const string GeneralKnowledge = "notoriété publique";

    private static readonly Column<string> Id = Slugs("id");
    private static readonly Column<string> FullName = Text("name", Organisation.NameMaxLength);
    private static readonly Column<OrganisationKind> Kind = Code<OrganisationKind>("kind");
    private static readonly Column<OrganisationStatus> Status = Code<OrganisationStatus>("status");
    private static readonly Column<Uai?> UaiCode = OptionalUai("uai").Unique();
    private static readonly Column<Siret?> SiretCode = OptionalSiret("siret");
    private static readonly Column<string?> Address = OptionalText("address", Organisation.AddressMaxLength);
    private static readonly Column<string?> Postcode = OptionalPostcode("postcode");
    private static readonly Column<InseeCode?> CommuneCode = OptionalInsee("commune_insee");
    private static readonly Column<string?> Commune = OptionalText("commune", Organisation.CommuneMaxLength);
    private static readonly PlaceColumns Place = new("");
    private static readonly Column<IReadOnlyList<string>> Sectors =
        OptionalList("sector_codes", Sector.CodeMaxLength).RefersTo(SectorsFile.Name + ".csv", "code");
    private static readonly Column<string?> Website = OptionalUrl("website", Organisation.WebsiteMaxLength);
    private static readonly Column<string> Source = Text("source", Provenance.SourceMaxLength);
    private static readonly Column<PartialDate?> Vintage = OptionalDate("vintage");

    public static readonly FileDeclaration Declaration = new(Name, [Id],
    [
        Id, FullName, Kind, Status, UaiCode, SiretCode, Address, Postcode, CommuneCode, Commune,
        Place.Latitude, Place.Longitude, Place.Precision, Sectors, Website, Source, Vintage,
    ]);

    public static void Check(FileRows file, ProblemList problems) => Place.Check(file, problems);

    public static string? WrittenFrom(FileRow row, StarterFiles files) => RegionOf(row, files);

    public static async Task WriteAsync(StarterWriting writing, RowChanges changes, CancellationToken ct)
    {
        var keys = changes.TouchedKeys;
        var known = await writing.Db.Organisations.Include(organisation => organisation.Sectors)
            .Where(organisation => keys.Contains(organisation.Slug))
            .ToDictionaryAsync(organisation => organisation.Slug, StringComparer.Ordinal, ct);
        await AdoptAsync(writing, changes, known, ct);
        // What is curated anew is compared anew with what producers publish.
        var ids = known.Values.Select(organisation => organisation.OrganisationId).ToList();
        await writing.Db.OrganisationOrigins.Where(origin => ids.Contains(origin.OrganisationId)).ExecuteDeleteAsync(ct);
        writing.Rows.Write(
            changes,
            known,
            row => Create(row, writing),
            (organisation, row) => Fill(organisation, row, writing),
            typeof(OrganisationSector), typeof(OrganisationOrigin), typeof(ImportProposal));
    }

    /// <summary>An organisation that an import made, of the UAI of a new row, becomes that of the row, under the address of the row.</summary>
    private static async Task AdoptAsync(StarterWriting writing, RowChanges changes, Dictionary<string, Organisation> known, CancellationToken ct)
    {
        var rows = changes.Inserted.Where(row => row.Get(UaiCode) is not null && !known.ContainsKey(row.Get(Id))).ToDictionary(row => row.Get(UaiCode)!.Value);
        var uais = rows.Keys.Select(uai => (Uai?)uai).ToList();
        var imported = await writing.Db.Organisations.Include(organisation => organisation.Sectors).Where(organisation => uais.Contains(organisation.Uai)).ToListAsync(ct);
        // One that leaves the file is replaced by the row, not renamed.
        foreach (var organisation in imported.Where(organisation => !known.ContainsKey(organisation.Slug)))
        {
            var slug = rows[organisation.Uai!.Value].Get(Id);
            writing.Db.Entry(organisation).Property(row => row.Slug).CurrentValue = slug;
            known.Add(slug, organisation);
        }
    }

    private static Organisation Create(FileRow row, StarterWriting writing)
    {
        var organisation = new Organisation
        {
            Slug = row.Get(Id),
            Name = row.Get(FullName),
            FoldedName = FoldedText.Of(row.Get(FullName)),
            Kind = row.Get(Kind),
            Provenance = ProvenanceOf(row),
        };
        Fill(organisation, row, writing);
        return organisation;
    }

    private static void Fill(Organisation organisation, FileRow row, StarterWriting writing)
    {
        organisation.Name = row.Get(FullName);
        organisation.FoldedName = FoldedText.Of(organisation.Name);
        organisation.Kind = row.Get(Kind);
        organisation.Status = row.Get(Status);
        organisation.Uai = row.Get(UaiCode);
        organisation.Siret = row.Get(SiretCode);
        organisation.Siren = organisation.Siret?.Siren;
        organisation.Address = row.Get(Address);
        organisation.Postcode = row.Get(Postcode);
        organisation.CommuneCode = row.Get(CommuneCode);
        organisation.Commune = row.Get(Commune);
        organisation.RegionCode = RegionOf(row, writing.Files);
        (organisation.Latitude, organisation.Longitude) = (row.Get(Place.Latitude), row.Get(Place.Longitude));
        organisation.CoordinatePrecision = row.Get(Place.Precision);
        organisation.Website = row.Get(Website);
        organisation.Provenance = ProvenanceOf(row);
        organisation.UpdatedAt = writing.Now;

        var codes = row.Get(Sectors);
        organisation.Sectors.RemoveAll(sector => !codes.Contains(sector.SectorCode, StringComparer.Ordinal));
        organisation.Sectors.AddRange(codes
            .Where(code => !organisation.Sectors.Exists(sector => sector.SectorCode == code))
            .Select(code => new OrganisationSector { SectorCode = code })
            .ToList());
    }

    private static string? RegionOf(FileRow row, StarterFiles files) =>
        row.Get(CommuneCode) is { } commune ? files.AcademicRegionOf(commune.Department) : null;

    private static Provenance ProvenanceOf(FileRow row) => new(row.Get(Source), row.Get(Vintage), ConfidenceOf(row));

    private static Confidence ConfidenceOf(FileRow row) =>
        row.Get(Source).Contains(GeneralKnowledge, StringComparison.Ordinal) ? Confidence.C
        // A dated file of a public producer; the others are pages and press.
        : row.Get(Vintage) is not null ? Confidence.A
        : Confidence.B;
}
