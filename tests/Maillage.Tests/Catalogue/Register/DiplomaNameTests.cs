using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Catalogue.Register;

/// <summary>Names of imported diplomas, as the catalogue shows them.</summary>
public sealed class DiplomaNameTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ProducerFiles _files = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string> Names => new()
    {
        { "400", "TECHNICIEN EN GREEMENT INDUSTRIEL (BAC PRO)", "Bac pro Technicien en gréement industriel", "bac-pro-technicien-en-greement-industriel-00099901" },
        { "320", "METIERS DU GREEMENT OPTION B : VOILES (BTS)", "BTS Métiers du gréement option B : voiles", "bts-metiers-du-greement-option-b-voiles-00099901" },
        { "250", "GREEMENT : CHARGE DE PROJET (LP LORIENT)", "Licence professionnelle Gréement : charge de projet (LORIENT)", "licence-professionnelle-greement-charge-de-projet-lorient-00099901" },
        { "36X", "GREEUR DE QUAI (ECOLE DE LA MER)", "Greeur de quai (École de la mer)", "greeur-de-quai-ecole-de-la-mer-00099901" },
        { "56T", "MONTEUR  EN GREEMENT (TP)", "Titre professionnel Monteur en gréement", "titre-professionnel-monteur-en-greement-00099901" },
        { "360", "GREEMENT DE NIVEAU IV (BTM CMA DE LA MER)", "Gréement de niveau IV (BTM CMA de la mer)", "greement-de-niveau-iv-btm-cma-de-la-mer-00099901" },
        { "170", "INGENIEUR DIPLOME DE L'ECOLE DE LA MER", "Ingénieur diplomé de l'école de la mer", "ingenieur-diplome-de-l-ecole-de-la-mer-00099901" },
        { "100", "DOCTORAT", "Doctorat Doctorat", "doctorat-doctorat-00099901" },
    };

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _files = new ProducerFiles(_database);
    }

    public async ValueTask DisposeAsync()
    {
        _files.Dispose();
        await _database.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_InCapitals_IsReadableAndItsAddressStays(string level, string written, string name, string slug)
    {
        await _files.FamiliesAsync(Ct, "Métiers du gréement;Ingénieur diplomé, technicien de l'école de la mer;23810099901;40099901;23830099902;40099902;06");
        await _files.DiplomasAsync(Ct, $"00099901;{level};254;S;{written};01/09/2019;;04");

        var qualification = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Qualifications);

        Assert.Equal((name, slug), (qualification.Name, qualification.Slug));
    }

    [Fact]
    public async Task Slug_OfALongName_EndsWithTheCode()
    {
        await _files.DiplomasAsync(Ct, $"1359990Z;135;254;S;{string.Join(' ', Enumerable.Repeat("GREEMENT", 20))} (MASTER);01/09/2019;;07");

        var qualification = Assert.Single((await _database.ReadCatalogueAsync(Ct)).Qualifications);

        Assert.True(Maillage.Shared.Slug.IsValid(qualification.Slug));
        Assert.EndsWith("-1359990z", qualification.Slug, StringComparison.Ordinal);
    }
}
