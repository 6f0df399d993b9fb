using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Util;

namespace Maillage.Search;

/// <summary>Words of vocational education that say the same thing. Folded, without empty words, as the index holds them.</summary>
internal static class FieldSynonyms
{
    private static readonly IReadOnlyList<string[]> Same =
    [
        ["bac pro", "baccalaureat professionnel"],
        ["bac techno", "baccalaureat technologique"],
        ["bac", "baccalaureat"],
        ["cap", "certificat aptitude professionnelle"],
        ["bts", "brevet technicien superieur"],
        ["but", "bachelor universitaire technologie", "dut"],
        ["bp", "brevet professionnel"],
        ["cs", "certificat specialisation", "mention complementaire"],
        ["alternance", "apprentissage"],
        ["cfa", "centre formation apprentis"],
        ["iut", "institut universitaire technologie"],
        ["fac", "universite"],
        ["lycee pro", "lycee professionnel"],
        ["cmq", "campus metiers qualifications"],
        ["vae", "validation acquis experience"],
        ["soudeur", "soudeuse", "soudage", "soudure"],
        ["cuisine", "restauration", "cuisinier", "cuisiniere"],
        ["csr", "commercialisation services restauration"],
        ["coiffeur", "coiffeuse", "coiffure"],
        ["avion", "aero", "aeronautique"],
        ["bateau", "bateaux", "nautisme", "embarcations"],
        ["moto", "motos", "motocycles"],
        ["auto", "voiture", "automobile"],
        ["reparer", "reparation", "maintenance"],
        ["construire", "construction"],
        ["vendre", "vendeur", "vente"],
        ["coudre", "couture"],
        ["dessiner", "dessin"],
        ["sellier", "sellerie"],
        ["compta", "comptabilite"],
        ["elec", "electricite"],
        ["info", "informatique"],
        ["st", "saint"],
        ["ste", "sainte"],
        ["informatique", "numerique"],
        ["medecin", "sante"],
    ];

    /// <summary>The table as text: what is written with another must be written again.</summary>
    public static string Written => string.Join('|', Same.Select(group => string.Join('=', group)));

    public static SynonymMap Map()
    {
        var map = new SynonymMap.Builder(dedup: true);
        foreach (var group in Same)
        {
            foreach (var from in group)
            {
                foreach (var to in group.Where(to => to != from))
                {
                    map.Add(Phrase(from), Phrase(to), includeOrig: true);
                }
            }
        }

        return map.Build();
    }

    private static CharsRef Phrase(string words) => SynonymMap.Builder.Join(words.Split(' '), new CharsRef());
}
