using Maillage.OpenData;
using Maillage.OpenData.Imports;

namespace Maillage.Catalogue.Onisep;

/// <summary>The sheets of trainings and of occupations, XML in a zip.</summary>
internal static class OnisepFiles
{
    public const string Producer = "Onisep, Idéo";
    public const string Licence = "ODbL-1.0";

    private static readonly Column<string> Id = Columns.Text("identifiant", OnisepTraining.IdMaxLength);
    private static readonly Column<string?> Cfd = Columns.OptionalText("code_scolarite", OnisepTraining.NameMaxLength);
    private static readonly Column<string> TrainingName = Columns.Text("libelle_complet", OnisepTraining.NameMaxLength);
    private static readonly Column<string?> Duration = Columns.OptionalText("duree_formation", OnisepTraining.DurationMaxLength);
    private static readonly Column<string?> Description = Text("descriptif_format_court");
    private static readonly Column<string?> TrainingAccess = Text("descriptif_acces");
    private static readonly Column<string?> FurtherStudy = Text("descriptif_poursuite_etudes");
    private static readonly Column<string?> Expectations = Text("attendus");
    private static readonly Column<string?> Url = Columns.OptionalText("url", OnisepTraining.UrlMaxLength);
    private static readonly Column<string?> FurtherStudies = Text("poursuites_etudes");
    private static readonly Column<string?> Occupations = Text("metiers_formation");

    public static readonly DataSet TrainingSheets = new("onisep/trainings", Producer, Licence)
    {
        Page = new Uri("https://opendata.onisep.fr/data/5fe07a9ecc960/2-ideo-fiches-formations.htm"),
        Columns = [Id, Cfd, TrainingName, Duration, Description, TrainingAccess, FurtherStudy, Expectations, Url, FurtherStudies, Occupations],
        Xml = new XmlSource("formations", OnisepXml.Trainings),
        Fills =
        [
            Fill.With(row => new OnisepTraining
            {
                OnisepId = row.Get(Id),
                Cfd = row.Get(Cfd) is { } cfd && CatalogueCodes.Cfd.Matches(cfd) ? cfd : null,
                Name = row.Get(TrainingName),
                Duration = row.Get(Duration),
                Description = row.Get(Description),
                Access = row.Get(TrainingAccess),
                FurtherStudy = row.Get(FurtherStudy),
                Expectations = row.Get(Expectations),
                Url = row.Get(Url),
            }),
            Fill.WithMany(row => Lines(row.Get(FurtherStudies)).Select(name => new OnisepFurtherStudy { TrainingId = row.Get(Id), Name = name })),
            Fill.WithMany(row => Lines(row.Get(Occupations)).Select(id => new OnisepTrainingOccupation { TrainingId = row.Get(Id), OccupationId = id })),
        ],
    };

    private static readonly Column<string> OccupationName = Columns.Text("nom_metier", OnisepTraining.NameMaxLength);
    private static readonly Column<string?> Romes = Text("romesV3");
    private static readonly Column<string?> Introduction = Text("accroche_metier");
    private static readonly Column<string?> Work = Text("nature_travail");
    private static readonly Column<string?> Conditions = Text("condition_travail");
    private static readonly Column<string?> Skills = Text("competences");
    private static readonly Column<string?> OccupationAccess = Text("acces_metier");
    private static readonly Column<string?> Career = Text("vie_professionnelle");

    public static readonly DataSet OccupationSheets = new("onisep/occupations", Producer, Licence)
    {
        Page = new Uri("https://opendata.onisep.fr/data/5fe0808a2da6f/2-ideo-fiches-metiers.htm"),
        Columns = [Id, OccupationName, Romes, Introduction, Work, Conditions, Skills, OccupationAccess, Career],
        Xml = new XmlSource("metiers", OnisepXml.Occupations),
        Fills =
        [
            Fill.With(row => new OnisepOccupation
            {
                OnisepId = row.Get(Id),
                Name = row.Get(OccupationName),
                RomeCodes = [.. Lines(row.Get(Romes)).Where(CatalogueCodes.Rome.Matches)],
                Introduction = row.Get(Introduction),
                Work = row.Get(Work),
                Conditions = row.Get(Conditions),
                Skills = row.Get(Skills),
                Access = row.Get(OccupationAccess),
                Career = row.Get(Career),
            }),
        ],
    };

    public static readonly IReadOnlyList<DataSet> All = [TrainingSheets, OccupationSheets];

    private static Column<string?> Text(string name) => Columns.OptionalText(name, OnisepTraining.TextMaxLength);

    private static string[] Lines(string? text) => text?.Split(OnisepXml.Between, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
