using System.Text;
using Maillage.Catalogue.Occupations;
using Maillage.Catalogue.Occupations.Imports;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Tests.Catalogue.Register;

public sealed class ImportedOccupationTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ProducerFiles _files = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _files = new ProducerFiles(_database);
        await ImportAsync(
            "rome/occupations", "code_rome,code_fiche_metier,code_ogr,libelle_rome,transition_eco,transition_num,transition_demo,emploi_reglemente,emploi_cadre,code_rome_parent",
            "H2998,1,1,Soudeur / Soudeuse de quai,Emploi Vert,O,,N,,H2913", "H2913,2,2,Soudeur / Soudeuse,Emploi Blanc,,,,,H2913");
        await ImportAsync("rome/domains", "code_rome,libelle_rome,code_grand_domaine,libelle_grand_domaine,code_domaine_professionel,libelle_domaine_professionel",
            "H2998,Soudeur,H,Industrie,H29,\"Mécanique, métallurgie\"");
        await ImportAsync("rome/appellations", "code_ogr,libelle_appellation_long,libelle_appellation_court,code_rome,classification,code_rome_parent,peu_usite",
            "31,Soudeur / Soudeuse de quai,,H2998,PRINCIPALE,H2913,N", "32,Vieux soudeur / Vieille soudeuse,,H2998,SYNONYME,H2913,O", "33,Soudeur / Soudeuse de pont,,H2998,SYNONYME,H2913,N");
        await ImportAsync("rome/texts", "code_rome,code_compo_bloc,libelle_type_texte,position_phrase,libelle_texte",
            "H2998,3,definition,2,Contrôle les joints.", "H2998,3,definition,1,\"Soude, à quai, des coques.\"", "H2998,4,acces_metier,1,Avec un CAP.");
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Occupation_OfTheDirectory_IsInTheCatalogueUnderAllItsNames()
    {
        var catalogue = await _database.ReadCatalogueAsync(Ct);

        var occupation = catalogue.Occupation("H2998")!;
        Assert.Equal(("Soudeur / Soudeuse de quai", "Mécanique, métallurgie", "H2913"), (occupation.Name.Fr, occupation.Domain, occupation.ParentRome));
        Assert.Equal("Soude, à quai, des coques. Contrôle les joints.", occupation.Description);
        Assert.Same(occupation, Assert.Single(new OccupationFilter { Text = "vieille soudeuse" }.Apply(catalogue)));
    }

    [Fact]
    public async Task Occupation_CuratedUnderTheSameCode_KeepsItsWordsAndGainsNames()
    {
        await _database.SaveAsync(TestData.Occupation("H2998", "Soudage à quai", "Marine"));

        var occupation = (await _database.ReadCatalogueAsync(Ct)).Occupation("H2998")!;

        Assert.Equal(("Soudage à quai", "Marine", "H2913", 2), (occupation.Name.Fr, occupation.Domain, occupation.ParentRome, occupation.Sources.Count));
        Assert.Contains("Soudeur / Soudeuse de pont", occupation.OtherNames);
    }

    [Fact]
    public async Task Sheet_OfAnOccupation_GroupsWhatItAsksAndNamesWhatIsNear()
    {
        await ImportAsync("rome/skills", "code_ogr,nature,libelle_competence,definition,cat_comp,sous_cat_comp",
            "51,Compétence,Tracer une coque,,Savoir-faire,Technique", "52,Compétence,Souder à l'arc,,Savoir-faire,Technique", "53,Compétence,Faire preuve de calme,,Savoir-être professionnel,Transverse");
        await ImportAsync("rome/knowledge", "code_ogr_savoir,libelle_savoir,categorie_savoir,sous_categorie_savoir", "61,Métallurgie,Techniques professionnelles,");
        await ImportAsync("rome/work-contexts", "code_ogr,libelle_cont_travail,code_type_cont_trav,libelle_type_cont_trav", "71,Travail de nuit,2,Horaires", "71,Travail de nuit,3,Risques");
        await ImportAsync("rome/item-links", "code_rome,code_ogr,coeur_metier", "H2998,51,", "H2998,52,Principale", "H2998,53,", "H2998,61,Émergente", "H2998,71,");
        await ImportAsync("rome/mobilities", "code_rome,code_rome_cible,numero_ordre", "H2998,H2913,1");
        await ImportAsync("rome/interests", "code_rome,riasec_majeur,riasec_mineur", "H2998,R,C");
        await ImportAsync("rome/sectors", "code_sect_activite,libelle_sect_activite,code_ss_sect_activite,libelle_ss_sect_activite,code_ogr_rome,code_rome,libelle_rome,principal",
            "1,Pêche,11,Port,1,H2998,Soudeur,non", "2,Chantiers navals,,,1,H2998,Soudeur,oui", "2,Chantiers navals,21,Coques,1,H2998,Soudeur,non");
        await _files.ImportAsync(
            "rome/naf-sectors", "naf.csv", "code_secteur_naf,libelle_secteur_naf,code_ogr_rome,code_rome,libelle_rome\n30,Construction d’équipements à quai,1,H2998,Soudeur\n", Ct,
            CodePagesEncodingProvider.Instance.GetEncoding(1252));
        await using var services = _database.NewServices();
        await using var scope = services.CreateAsyncScope();

        var sheet = (await scope.ServiceProvider.GetRequiredService<OccupationSheets>().FindAsync("H2998", Ct))!;

        Assert.Equal(["Soude, à quai, des coques.", "Contrôle les joints."], sheet.Definition);
        Assert.Equal(["Soudeur / Soudeuse de pont", "Vieux soudeur / Vieille soudeuse"], sheet.Names);
        Assert.Equal(["Souder à l'arc", "Tracer une coque"], Assert.Single(sheet.KnowHow).Items.Select(item => item.Name));
        Assert.Equal(RomeWeight.Core, sheet.KnowHow[0].Items[0].Weight);
        Assert.Equal("Faire preuve de calme", Assert.Single(sheet.SoftSkills).Name);
        Assert.Equal("Horaires", Assert.Single(sheet.WorkContexts).Category);
        Assert.Equal(new NearOccupation("H2913", "Soudeur / Soudeuse"), Assert.Single(sheet.Near));
        Assert.Equal(["R", "C"], sheet.Interests);
        Assert.Equal(["Chantiers navals", "Pêche"], sheet.Sectors);
        Assert.Equal((EcologicalTransition.Green, true, null, false), (sheet.Ecological, sheet.IsDigital, sheet.IsDemographic, sheet.IsRegulated));
    }

    [Fact]
    public async Task Sheet_OfACodeThatTheDirectoryDoesNotKnow_IsNone()
    {
        await using var services = _database.NewServices();
        await using var scope = services.CreateAsyncScope();

        Assert.Null(await scope.ServiceProvider.GetRequiredService<OccupationSheets>().FindAsync("A9999", Ct));
    }

    private async Task ImportAsync(string dataSet, string header, params string[] rows)
    {
        var outcome = await _files.ImportAsync(dataSet, $"{dataSet.Replace('/', '_')}.csv", $"{header}\n{string.Join('\n', rows)}\n", Ct);
        Assert.Null(outcome.Refusal);
        Assert.Empty(outcome.Rejects);
    }
}
