using System.Text;
using Maillage.Catalogue;
using Maillage.OpenData.Imports;
using Maillage.TestKit;

namespace Maillage.Tests.Catalogue.Register;

/// <summary>Producers' files of a small invented country, in the form in which the real ones come.</summary>
internal sealed class ProducerFiles(TestDatabase database) : IDisposable
{
    public const string School = "0449901Y";
    public const string OtherSchool = "0449902Z";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly ImportFolder _folder = new();

    private string DiplomaColumns { get; } =
        "FORMATION_DIPLOME;NIVEAU_FORMATION_DIPLOME;GROUPE_SPECIALITE;LETTRE_SPECIALITE;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;NIVEAU_QUALIFICATION_RNCP";

    public void Dispose() => _folder.Dispose();

    /// <param name="rows">Code, level of the nomenclature, group, letter, name, opening, closing, French level; then former code, new code.</param>
    public Task<ImportOutcome> DiplomasAsync(CancellationToken ct, params string[] rows)
    {
        var former = string.Join(';', Enumerable.Range(1, 7).Select(number => $"ANCIEN_DIPLOME_{number}"));
        var next = string.Join(';', Enumerable.Range(1, 7).Select(number => $"NOUVEAU_DIPLOME_{number}"));
        var blank = new string(';', 6);
        var lines = rows.Select(row => row.Split(';')).Select(cells => $"{string.Join(';', cells[..8])};{cells.ElementAtOrDefault(8)}{blank};{cells.ElementAtOrDefault(9)}{blank}");
        return ImportAsync("bcn/diplomas", "nFormationDiplome_.csv", $"{DiplomaColumns};{former};{next}\r\n{string.Join("\r\n", lines)}\r\n", ct, Windows);
    }

    public Task<ImportOutcome> AllDiplomasAsync(CancellationToken ct, params string[] rows) =>
        ImportAsync("bcn/all-diplomas", "vFormationDiplome_.csv", $"{DiplomaColumns}\n{string.Join('\n', rows)}\n", ct, new UTF8Encoding(true));

    /// <param name="rows">MEFSTAT11, code of the diploma, years of the course, year.</param>
    public Task<ImportOutcome> CourseYearsAsync(CancellationToken ct, params string[] rows)
    {
        var lines = rows.Select((row, index) => row.Split(';') is [var stat, var cfd, var years, var year]
            ? $"{2400000000 + index};240;{cfd};{years};{year};1CAP COURT;1CAP2  LONG;01/09/2019;;{stat};{stat[..9]}" : row);
        return ImportAsync(
            "bcn/course-years", "nMef.csv",
            "MEF;DISPOSITIF_FORMATION;FORMATION_DIPLOME;DUREE_DISPOSITIF;ANNEE_DISPOSITIF;LIBELLE_COURT;LIBELLE_LONG;DATE_OUVERTURE;DATE_FERMETURE;MEF_STAT_11;MEF_STAT_9\n"
            + string.Join('\n', lines) + "\n", ct, new UTF8Encoding(true));
    }

    public Task<ImportOutcome> FamiliesAsync(CancellationToken ct, params string[] rows) => ImportAsync(
        "bcn/trade-families", "familleMetiers.csv",
        "FAMILLE;SPECIALITE;MEFSTAT11_COMMUN;CFD_COMMUN;MEFSTAT11_SPECIALITE;CFD_SPECIALITE;CODE_MINISTERE_TUTELLE\n" + string.Join('\n', rows) + "\n", ct);

    public Task<ImportOutcome> PupilsAsync(CancellationToken ct, params string[] rows) =>
        ImportAsync("orion/pupils", "constat_2020.csv", "Rentrée scolaire;UAI;Mef Bcp 11;Nombre d'élèves : Total\n" + string.Join('\n', rows) + "\n", ct);

    public Task<ImportOutcome> PlacesAsync(CancellationToken ct, params string[] rows) => ImportAsync(
        "orion/capacities", "attractivite_capacite_2022.csv",
        "Etablissement d'accueil;MEF STAT 11;Statut Offre de formation;Capacité carte scolaire;Demandes vœux 1\n" + string.Join('\n', rows) + "\n", ct);

    /// <param name="rows">Code, sheet, level, open to apprentices, end, state, title, last award, new sheet, former sheet.</param>
    public Task<ImportOutcome> KitAsync(CancellationToken ct, params string[] rows) => ImportAsync(
        "rncp/diploma-sheets", "Kit_apprentissage_20250131.csv",
        "Code Diplôme;FicheRNCP;Niveau fiche RNCP;Accès à l'apprentissage de la fiche RNCP (oui/non);Date d'échéance de la fiche RNCP;Fiche ACTIVE/INACTIVE;"
        + "Intitulé certification (RNCP);Date limite de la délivrance;Nouvelle Certification rempla (RNCP);Ancienne Certification (RNCP)\n" + string.Join('\n', rows) + "\n", ct);

    /// <param name="rows">Code, name, subject and its name, two occupations, register, diploma, certifier, state, five ways of access, Onisep.</param>
    public Task<ImportOutcome> CertifInfoAsync(CancellationToken ct, params string[] rows) => ImportAsync(
        "certif-info/diplomas", "certif_info.csv",
        "Code_Diplome;Libelle_Diplome;Code_FormaCode;Libelle_FormaCode;Code_Rome_1;Code_Rome_2;Code_RNCP;Code_Scolarité;certificateur;Etat;accessibilite_fi;accessibilite_ca;"
        + "accessibilite_fc;accessibilite_cp;accessibilite_vae;codeIdeo2;Code_Rome_3;Code_Rome_4;Code_Rome_5;Code_Nsf\n" + string.Join('\n', rows.Select(row => row + ";;;;254")) + "\n", ct);

    public Task<ImportOutcome> ImportAsync(string dataSet, string name, string text, CancellationToken ct, Encoding? encoding = null) =>
        _folder.ImportAsync(database, CatalogueDataSets.All.Single(one => one.Name == dataSet), _folder.Write(name, text, encoding), ct, acceptsLoss: true);
}
