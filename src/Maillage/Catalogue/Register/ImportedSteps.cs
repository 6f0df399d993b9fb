using Maillage.Catalogue.Onisep;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Qualifications.Imports;
using Maillage.Data;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>Steps between diplomas: further studies that Onisep lists, common first years, renewals told by the nomenclature or by the register.</summary>
internal sealed class ImportedSteps(TableReader tables, ImportedSources sources)
{
    public async Task<IReadOnlyList<ImportedStep>> ReadAsync(
        IReadOnlyList<CommonFirstYear> firstYears,
        ImportedCertifications certifications,
        IReadOnlyDictionary<string, QualificationRecord> qualifications,
        CancellationToken ct)
    {
        var renewals = await tables.ReadAsync("diploma_renewals", row => new ImportedStep(
            row.Text("former_cfd"), row.Text("new_cfd"), PathwayBasis.Renewal, sources.Of(DiplomaCodes.Current.Name), BcnColumns.Licence), ct);
        return
        [
            .. await FurtherStudiesAsync(certifications, qualifications, ct),
            .. firstYears.Select(year => new ImportedStep(
                year.CommonCfd, year.SpecialityCfd, PathwayBasis.CommonFirstYear, sources.Of(year.DataSet), BcnColumns.Licence)),
            .. renewals,
            .. certifications.Renewals().Select(pair => new ImportedStep(
                pair.FormerCfd, pair.NewCfd, PathwayBasis.Renewal, sources.Of(DiplomaSheets.DataSet.Name), DiplomaSheets.DataSet.Licence)),
        ];
    }

    /// <summary>Onisep names what follows: its own sheet of that name tells the code, else the name that another source gives a diploma.</summary>
    private async Task<IReadOnlyList<ImportedStep>> FurtherStudiesAsync(
        ImportedCertifications certifications, IReadOnlyDictionary<string, QualificationRecord> qualifications, CancellationToken ct)
    {
        var trainings = await tables.ReadAsync("onisep_trainings", ["onisep_id", "cfd", "name"], row => (
            Id: row.Text("onisep_id"), Cfd: row.OptionalText("cfd"), Name: row.Text("name")), ct);
        var studies = await tables.ReadAsync("onisep_further_studies", row => (Id: row.Text("training_id"), Name: row.Text("name")), ct);
        var cfdOf = trainings.Where(training => training.Cfd is not null).ToDictionary(training => training.Id, training => training.Cfd!, StringComparer.Ordinal);
        var byName = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var training in trainings)
        {
            Name(training.Name, training.Cfd);
        }

        foreach (var diploma in certifications.Described)
        {
            Name(diploma.Name, diploma.Cfd);
        }

        foreach (var qualification in qualifications.Values)
        {
            Name(qualification.Name, qualification.Cfd);
        }

        var source = sources.Of(OnisepFiles.TrainingSheets.Name);
        return
        [
            .. from study in studies
               where cfdOf.ContainsKey(study.Id)
               from cfd in byName.GetValueOrDefault(Key(study.Name)) ?? []
               where cfd != cfdOf[study.Id]
               select new ImportedStep(cfdOf[study.Id], cfd, PathwayBasis.Official, source, OnisepFiles.Licence),
        ];

        void Name(string name, string? cfd)
        {
            if (cfd is not null && qualifications.ContainsKey(cfd))
            {
                if (!byName.TryGetValue(Key(name), out var codes))
                {
                    byName.Add(Key(name), codes = new HashSet<string>(1, StringComparer.Ordinal));
                }

                codes.Add(cfd);
            }
        }
    }

    /// <summary>Letters and digits, whatever separates them; the former name of a kind of diploma is its present one.</summary>
    private static string Key(string name) => Slug.From(name)
        .Replace("mc-futur-cs-", "cs-", StringComparison.Ordinal)
        .Replace("certificat-de-specialisation-", "cs-", StringComparison.Ordinal)
        .Replace("master-mention-", "master-", StringComparison.Ordinal);
}
