using Maillage.Catalogue;
using Maillage.Catalogue.Onisep;
using Maillage.Catalogue.Qualifications;
using Maillage.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Tests.Catalogue.Register;

public sealed class OnisepTests : IAsyncLifetime
{
    private const string Trainings = """
        <?xml version="1.0" encoding="UTF-8"?><formations xmlns:exsl="http://exslt.org/common">
        <formation><identifiant>FOR.9001</identifiant><code_scolarite>50099901</code_scolarite><libelle_complet>CAP soudage de marine</libelle_complet>
          <duree_formation>2 ans</duree_formation>
          <descriptif_format_court><![CDATA[<p>On y apprend &agrave; souder.</p> <p>&nbsp;</p><ul><li>sous l'eau</li></ul>]]></descriptif_format_court>
          <poursuites_etudes><poursuite_etudes><type_Poursuite>x</type_Poursuite>
            <formation_poursuite_Etudes>bac pro mécanique des navires</formation_poursuite_Etudes>
            <formation_poursuite_Etudes>MC (futur CS) inconnue</formation_poursuite_Etudes>
            <formation_poursuite_Etudes>CAP soudage de marine</formation_poursuite_Etudes></poursuite_etudes></poursuites_etudes>
          <metiers_formation><metier><id>MET.901</id><nom_metier>soudeur/euse de quai</nom_metier></metier><metier><id>MET.901</id></metier></metiers_formation></formation>
        <formation><identifiant>FOR.9002</identifiant><code_scolarite/><libelle_complet>diplôme sans code</libelle_complet><poursuites_etudes/></formation>
        </formations>
        """;

    private const string Occupations = """
        <?xml version="1.0" encoding="UTF-8"?><metiers>
        <metier><identifiant>MET.901</identifiant><nom_metier>soudeur/euse de quai</nom_metier><romesV3><romeV3>H2998</romeV3></romesV3>
          <accroche_metier><![CDATA[<p>Il soude.</p>]]></accroche_metier><nature_travail><![CDATA[<h5>À quai</h5><p>Par tousles temps.</p>]]></nature_travail></metier>
        </metiers>
        """;

    private readonly ImportFolder _folder = new();
    private TestDatabase _database = null!;
    private ProducerFiles _files = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _files = new ProducerFiles(_database);
        await _files.DiplomasAsync(Ct, "50099901;500;254;S;SOUDAGE DE MARINE (CAP);01/09/2019;;03", "40099902;400;250;S;MECANIQUE DES NAVIRES (BAC PRO);01/09/2020;;04");
        await ImportAsync("onisep/trainings", "formations.zip", Trainings);
        await ImportAsync("onisep/occupations", "metiers.zip", Occupations);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        _files.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task FurtherStudy_NamedByOnisep_IsAnOfficialStepUnderItsLicence()
    {
        var step = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Steps);

        Assert.Equal(("50099901", "40099902", PathwayBasis.Official, "ODbL-1.0"), (step.From.Cfd, step.To.Cfd, step.Basis, step.Licence));
        Assert.Contains("Onisep", step.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfADiploma_IsTextWithoutMarkupAndNamesItsOccupations()
    {
        await using var services = _database.NewServices();
        await using var scope = services.CreateAsyncScope();

        var sheet = (await scope.ServiceProvider.GetRequiredService<OnisepSheets>().OfDiplomaAsync("50099901", Ct))!;

        Assert.Equal(["On y apprend à souder.", "sous l'eau"], sheet.Description);
        Assert.Equal(("2 ans", "ODbL-1.0"), (sheet.Duration, sheet.Licence));
        Assert.Equal("soudeur/euse de quai", Assert.Single(sheet.Occupations).Name);
        Assert.Empty(sheet.Access);
    }

    [Fact]
    public async Task Sheet_OfAnOccupation_IsFoundByItsCode()
    {
        await using var services = _database.NewServices();
        await using var scope = services.CreateAsyncScope();
        var sheets = scope.ServiceProvider.GetRequiredService<OnisepSheets>();

        var sheet = Assert.Single(await sheets.OfOccupationAsync("H2998", Ct));

        Assert.Equal(["À quai", "Par tous les temps."], sheet.Work);
        Assert.Empty(await sheets.OfOccupationAsync("A1101", Ct));
    }

    private async Task ImportAsync(string dataSet, string name, string xml)
    {
        var outcome = await _folder.ImportAsync(_database, CatalogueDataSets.All.Single(one => one.Name == dataSet), _folder.WriteZip(name, [("sheets.xml", xml)]), Ct);
        Assert.Null(outcome.Refusal);
        Assert.Empty(outcome.Rejects);
    }
}
