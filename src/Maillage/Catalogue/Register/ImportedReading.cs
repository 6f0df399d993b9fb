using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Qualifications.Imports;
using Maillage.Data;
using Maillage.OpenData.Imports;

namespace Maillage.Catalogue.Register;

/// <summary>
/// Reads the tables of imports into <see cref="ImportedFacts"/>: pupils and places join diplomas through the years of courses.
/// A diploma is kept when it is open, or when somebody tells that it is prepared somewhere.
/// </summary>
internal sealed class ImportedReading(TableReader tables, DateOnly today)
{
    /// <summary>Codes that end so stand for whatever is not told: they count learners, they name no diploma.</summary>
    private const string Unspecified = "999";

    // Classes that prepare entry into the vocational route, which the nomenclature ranks by its former levels.
    private static readonly string[] Preparatory = ["550", "551"];

    public async Task<ImportedFacts> ReadAsync(long revision, CancellationToken ct)
    {
        var sources = await ImportedSources.ReadAsync(tables, ct);
        var diplomas = await DiplomasAsync(ct);
        var firstYears = await ImportedFirstYears.ReadAsync(tables, today, ct);
        var certifications = await ImportedCertifications.ReadAsync(tables, ct);
        var offers = await new ImportedOffers(tables, firstYears).ReadAsync(ct);
        var used = offers.Select(offer => offer.Cfd).ToHashSet(StringComparer.Ordinal);
        var names = new ImportedNames(firstYears, certifications);
        var common = firstYears.Select(year => year.CommonCfd).ToHashSet(StringComparer.Ordinal);
        List<DiplomaCode> kept = [.. diplomas.Values.Where(diploma => diploma.Level is not null && (used.Contains(diploma.Cfd) || IsOpen(diploma)))];
        var named = names.Of(kept);
        var qualifications = kept.ToDictionary(
            diploma => diploma.Cfd, diploma => Qualification(diploma, named[diploma.Cfd], certifications, common, sources), StringComparer.Ordinal);
        return new ImportedFacts
        {
            Revision = revision,
            Qualifications = qualifications,
            Offers = [.. offers.Where(offer => qualifications.ContainsKey(offer.Cfd))],
            Steps = await new ImportedSteps(tables, sources).ReadAsync(firstYears, certifications, qualifications, ct),
            Occupations = await ImportedOccupations.ReadAsync(tables, sources, ct),
        };
    }

    private bool IsOpen(DiplomaCode diploma) => (diploma.ClosedOn is null || diploma.ClosedOn > today)
        && !diploma.Cfd.EndsWith(Unspecified, StringComparison.Ordinal) && !Preparatory.Contains(diploma.LevelCode, StringComparer.Ordinal);

    /// <summary>Of a diploma told by both exports, the current one speaks.</summary>
    private async Task<Dictionary<string, DiplomaCode>> DiplomasAsync(CancellationToken ct)
    {
        var levels = (await tables.ReadAsync("diploma_levels", row => (Code: row.Text("code"), Level: row.OptionalWhole("level")), ct))
            .ToDictionary(row => row.Code, row => row.Level, StringComparer.Ordinal);
        var rows = await tables.ReadAsync("diploma_codes", row => new DiplomaCode
        {
            DataSet = row.Text("data_set"),
            Cfd = row.Text("cfd"),
            LevelCode = row.Text("level_code"),
            Level = row.OptionalWhole("level") ?? levels.GetValueOrDefault(row.Text("level_code")),
            Nsf = row.OptionalText("nsf"),
            Name = row.Text("name"),
            OpensOn = row.OptionalDay("opens_on"),
            ClosedOn = row.OptionalDay("closed_on"),
        }, ct);
        var diplomas = new Dictionary<string, DiplomaCode>(StringComparer.Ordinal);
        foreach (var diploma in rows)
        {
            if (diploma.DataSet == DiplomaCodes.Current.Name || !diplomas.ContainsKey(diploma.Cfd))
            {
                diplomas[diploma.Cfd] = diploma;
            }
        }

        return diplomas;
    }

    private static QualificationRecord Qualification(
        DiplomaCode diploma, string name, ImportedCertifications certifications, HashSet<string> common, ImportedSources sources)
    {
        var kind = DiplomaKind.Of(diploma.LevelCode);
        var certification = certifications.Of(diploma.Cfd);
        return new QualificationRecord
        {
            Slug = DiplomaName.SlugOf(diploma.Name, kind, diploma.Cfd),
            Name = name,
            DiplomaType = kind.Type,
            Level = diploma.Level!.Value,
            Cfd = diploma.Cfd,
            Rncp = certification.Rncp,
            RncpEndsOn = certification.EndsOn,
            Nsf = diploma.Nsf,
            SectorCodes = SpecialitySectors.Of(diploma.Nsf),
            RomeCodes = certification.RomeCodes,
            Certifier = certification.Certifier,
            Modes = certification.Modes,
            Subjects = certification.Subjects,
            OpensOn = diploma.OpensOn,
            ClosedOn = diploma.ClosedOn,
            IsCommonFirstYear = common.Contains(diploma.Cfd),
            Sources = [.. certification.DataSets.Prepend(diploma.DataSet).Select(sources.Of).Distinct(StringComparer.Ordinal)],
        };
    }
}

/// <summary>Who tells what comes from a data set, and the vintage of its last import.</summary>
internal sealed class ImportedSources
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public static async Task<ImportedSources> ReadAsync(TableReader tables, CancellationToken ct)
    {
        var runs = await tables.ReadAsync("import_runs", row => (
            DataSet: row.Text("data_set"), Vintage: row.OptionalText("vintage"), StartedAt: row.Instant("started_at"), State: row.Code<ImportState>("state")), ct);
        var vintages = runs.Where(run => run.State == ImportState.Succeeded).GroupBy(run => run.DataSet, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(run => run.StartedAt).Vintage, StringComparer.Ordinal);
        var sources = new ImportedSources();
        foreach (var dataSet in CatalogueDataSets.All)
        {
            sources._texts.Add(dataSet.Name, vintages.GetValueOrDefault(dataSet.Name) is { } vintage ? $"{dataSet.Producer}, {vintage}" : dataSet.Producer);
        }

        return sources;
    }

    public string Of(string dataSet) => _texts[dataSet];

    /// <summary>The same for a data set with one file a year.</summary>
    public static string Of(DataSet dataSet, int schoolYear) => $"{dataSet.Producer}, {schoolYear}";
}

/// <summary>The names of imported diplomas: as another source writes them when one does, else as the nomenclature, made readable.</summary>
internal sealed class ImportedNames
{
    private const string Former = " (programme antérieur)";

    private readonly WrittenWords _words = new();
    private readonly ImportedCertifications _certifications;

    public ImportedNames(IReadOnlyList<CommonFirstYear> firstYears, ImportedCertifications certifications)
    {
        _certifications = certifications;
        foreach (var year in firstYears)
        {
            _words.Learn(year.Family);
            _words.Learn(year.Speciality);
        }

        foreach (var diploma in certifications.Described)
        {
            _words.Learn(diploma.Name);
        }

        foreach (var title in certifications.Sheets.Select(sheet => sheet.Title).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            _words.Learn(title);
        }
    }

    /// <summary>By code. Of diplomas that bear one name, those that close before the last say that they are the former ones.</summary>
    public Dictionary<string, string> Of(IReadOnlyList<DiplomaCode> diplomas)
    {
        var names = diplomas.ToDictionary(diploma => diploma.Cfd, Of, StringComparer.Ordinal);
        foreach (var group in diplomas.GroupBy(diploma => names[diploma.Cfd], StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var last = group.Max(diploma => diploma.ClosedOn ?? DateOnly.MaxValue);
            foreach (var diploma in group.Where(diploma => diploma.ClosedOn < last))
            {
                names[diploma.Cfd] = group.Key + Former;
            }
        }

        return names;
    }

    private string Of(DiplomaCode diploma)
    {
        var kind = DiplomaKind.Of(diploma.LevelCode);
        return _certifications.NameOf(diploma.Cfd) is { } name ? DiplomaName.OfWritten(name, kind) : DiplomaName.Of(diploma.Name, kind, _words);
    }
}
