using Maillage.Web.Hosting;
using Xunit;

namespace Maillage.Journeys;

/// <summary>Every kind of public page, by addresses that show it.</summary>
public static class Addresses
{
    /// <summary>A campus of which much is known: periods, members, places.</summary>
    public const string RichCampus = "/campus/aeronautique-pays-de-la-loire-bretagne";

    /// <summary>A campus of which only name, sector and place are known.</summary>
    public const string PoorCampus = "/campus/relation-client-paca";

    /// <summary>A SIRET that several organisations share.</summary>
    public const string SharedSiret = "/organisations/19442061800010";

    /// <summary>Routes drawn as a ladder, with places near.</summary>
    public const string Routes = "/parcours?from=cap-realisations-industrielles-en-chaudronnerie-ou-soudage-option-soudage&near=Saint-Nazaire";

    public static readonly IReadOnlyList<string> Pages =
    [
        "/", "/?date=2018-12-31",
        "/campus", "/campus?region=52&sector=mobilite-aeronautique-transports", "/campus?date=2018-12-31", "/campus?q=zzz", RichCampus, PoorCampus,
        "/formations", "/formations?level=5&region=52&page=2", "/formations?q=zzz", "/formations/bts-aeronautique", "/formations/bts-aeronautique?region=53", "/formations/bts-aeronautique?near=saint-nazaire",
        "/formations/doctorat-secteur-agroalimentaire", "/formations/comparer", "/formations/comparer?id=bts-aeronautique&q=avionique",
        "/formations/comparer?id=bts-aeronautique&id=cap-boulanger&id=cap-aeronautique-option-avionique&id=bac-pro-aeronautique-option-avionique",
        "/metiers", "/metiers?domain=alimentaire", "/metiers/I1602",
        "/regions", "/regions/pays-de-la-loire", "/regions/mayotte",
        "/organisations", "/organisations?kind=lycee&page=2", "/organisations/lycee-professionnel-michelet", SharedSiret,
        "/recherche", "/recherche?q=nautizme", "/recherche?q=zzz&type=campus", "/recherche?q=bois&region=52&level=4", "/recherche?q=soudeur+pr%C3%A8s+de+Saint-Nazaire", "/recherche?q=sommelier&near=Brest", "/labels", "/labels?date=2017-01-01",
        "/parcours", "/parcours?from=soudage", Routes, Routes + "&route=2", "/parcours?occupation=H2913",
        "/glossaire", "/glossaire?q=recteur", "/donnees", "/accessibilite", "/mentions-legales",
        "/signaler/merci?page=" + RichCampus,
    ];

    /// <summary>The only page that writes, and so the only one with a cookie.</summary>
    public const string Form = "/signaler?page=" + RichCampus;

    public static readonly IReadOnlyList<string> Missing = ["/n-existe-pas", "/campus/n-existe-pas"];

    public static readonly IReadOnlyList<string> Misunderstood = ["/campus?date=hier&region=99&page=-1", "/labels?date=0000-00-00", "/formations?level=99&page=-1", "/formations/comparer?id=nulle-part", "/parcours?from=zzz&toLevel=99&near=abc"];

    public static TheoryData<string> Languages => [Language.French, Language.English];

    public static TheoryData<string, string> EveryPage =>
    [
        .. from path in (IEnumerable<string>)[.. Pages, Form, .. Missing, .. Misunderstood]
           from language in (string[])[Language.French, Language.English]
           select (path, language),
    ];

    public static string In(string language, string path) => language == Language.French ? path : Language.EnglishPrefix + path;
}
