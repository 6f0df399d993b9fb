using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications.Imports;
using Maillage.Data;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>
/// What certifies diplomas: the sheet of the register that the apprenticeship kit gives, what Certif Info tells, and the
/// register itself where Certif Info is silent.
/// </summary>
internal sealed class ImportedCertifications
{
    private readonly ILookup<string, DiplomaSheet> _sheets;
    private readonly ILookup<string, CertifiedDiploma> _described;
    private readonly ILookup<string, string> _occupations;
    private readonly ILookup<string, TrainingMode> _access;
    private readonly Dictionary<string, string> _formacodes;

    private ImportedCertifications(
        List<DiplomaSheet> sheets, List<CertifiedDiploma> described, List<RncpOccupation> occupations, List<RncpAccess> access, Dictionary<string, string> formacodes)
    {
        Sheets = sheets;
        Described = described;
        _sheets = sheets.ToLookup(sheet => sheet.Cfd, StringComparer.Ordinal);
        _described = described.Where(diploma => diploma is { IsPublished: true, Cfd: not null }).ToLookup(diploma => diploma.Cfd!, StringComparer.Ordinal);
        var used = sheets.Select(sheet => sheet.Rncp).ToHashSet(StringComparer.Ordinal);
        _occupations = occupations.Where(row => used.Contains(row.Rncp)).ToLookup(row => row.Rncp, row => row.Rome, StringComparer.Ordinal);
        _access = access.Where(row => used.Contains(row.Rncp)).ToLookup(row => row.Rncp, row => row.Mode, StringComparer.Ordinal);
        _formacodes = formacodes;
    }

    public IReadOnlyList<DiplomaSheet> Sheets { get; }

    public IReadOnlyList<CertifiedDiploma> Described { get; }

    public static async Task<ImportedCertifications> ReadAsync(TableReader tables, CancellationToken ct) => new(
        await tables.ReadAsync("diploma_sheets", row => new DiplomaSheet
        {
            Cfd = row.Text("cfd"),
            Rncp = row.Text("rncp"),
            Title = row.OptionalText("title"),
            IsActive = row.Flag("is_active"),
            EndsOn = row.OptionalDay("ends_on"),
            NewRncp = row.OptionalText("new_rncp"),
        }, ct),
        await tables.ReadAsync("certified_diplomas", row => new CertifiedDiploma
        {
            Code = row.Text("code"),
            Cfd = row.OptionalText("cfd"),
            Rncp = row.OptionalText("rncp"),
            Name = row.Text("name"),
            Formacode = row.OptionalText("formacode"),
            RomeCodes = row.Codes("rome_codes"),
            Certifier = row.OptionalText("certifier"),
            Modes = row.Codes("modes"),
            IsPublished = row.Flag("is_published"),
        }, ct),
        await tables.ReadAsync("rncp_occupations", row => new RncpOccupation { Rncp = row.Text("rncp"), Rome = row.Text("rome") }, ct),
        await tables.ReadAsync("rncp_access", row => new RncpAccess { Rncp = row.Text("rncp"), Mode = row.Code<TrainingMode>("mode") }, ct),
        (await tables.ReadAsync("formacodes", row => (Code: row.Text("code"), Name: row.Text("name")), ct))
            .ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal));

    /// <summary>The name that Certif Info writes; null when it has none, or several.</summary>
    public string? NameOf(string cfd) => _described[cfd].Select(diploma => diploma.Name).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var name] ? name : null;

    public Certification Of(string cfd)
    {
        // The sheet in force, else the one that ended last.
        var sheet = _sheets[cfd].OrderByDescending(row => row.IsActive).ThenByDescending(row => row.EndsOn)
            .ThenByDescending(row => row.Rncp.Length).ThenByDescending(row => row.Rncp, StringComparer.Ordinal).FirstOrDefault();
        var described = _described[cfd].ToList();
        List<string> romes = [.. described.SelectMany(diploma => diploma.RomeCodes).Distinct(StringComparer.Ordinal)];
        List<TrainingMode> modes =
            [.. described.SelectMany(diploma => diploma.Modes).Distinct(StringComparer.Ordinal).Select(Mode).OfType<TrainingMode>().Order()];
        List<string> sources = [];
        if (sheet is not null)
        {
            sources.Add(DiplomaSheets.DataSet.Name);
        }

        if (described.Count > 0)
        {
            sources.Add(CertifiedDiplomas.DataSet.Name);
        }

        if (romes.Count == 0 && sheet is not null && _occupations[sheet.Rncp].Any())
        {
            romes = [.. _occupations[sheet.Rncp].Order(StringComparer.Ordinal)];
            sources.Add(RncpFiles.Occupations.Name);
        }

        if (modes.Count == 0 && sheet is not null && _access[sheet.Rncp].Any())
        {
            modes = [.. _access[sheet.Rncp].Order()];
            sources.Add(RncpFiles.Access.Name);
        }

        return new Certification(
            sheet?.Rncp ?? described.Select(diploma => diploma.Rncp).FirstOrDefault(rncp => rncp is not null),
            sheet?.EndsOn,
            described.Select(diploma => diploma.Certifier).FirstOrDefault(certifier => certifier is not null),
            romes,
            modes,
            [.. described.Select(diploma => diploma.Formacode).OfType<string>().Select(_formacodes.GetValueOrDefault).OfType<string>().Distinct(StringComparer.Ordinal)],
            sources);
    }

    private static TrainingMode? Mode(string code) => EnumCode.TryParse<TrainingMode>(code, out var mode) ? mode : null;

    /// <summary>Diplomas whose sheet another replaced, where one diploma alone follows one alone.</summary>
    public IEnumerable<(string FormerCfd, string NewCfd)> Renewals()
    {
        var diplomas = Sheets.ToLookup(sheet => sheet.Rncp, sheet => sheet.Cfd, StringComparer.Ordinal);
        foreach (var sheet in Sheets)
        {
            if (sheet.NewRncp is { } next && diplomas[sheet.Rncp].Count() == 1 && diplomas[next].ToList() is [var cfd] && cfd != sheet.Cfd)
            {
                yield return (sheet.Cfd, cfd);
            }
        }
    }
}

/// <summary>What certifies one diploma, and the data sets that tell it.</summary>
internal sealed record Certification(
    string? Rncp,
    DateOnly? EndsOn,
    string? Certifier,
    IReadOnlyList<string> RomeCodes,
    IReadOnlyList<TrainingMode> Modes,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<string> DataSets);
