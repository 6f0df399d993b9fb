using System.Collections.Frozen;

namespace Maillage.Search;

/// <summary>Words that people put around what they look for: « devenir soudeur », « école de cuisine ». Folded; none must be found.</summary>
internal static class WordsAround
{
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "apprendre", "apres", "avec", "carriere", "chercher", "cherche", "comment", "cours", "cursus", "debouches", "devenir", "diplome", "diplomes", "ecole",
        "ecoles", "emploi", "emplois", "etre", "etude", "etudes", "etudier", "faire", "filiere", "formation", "formations", "job", "liste", "meilleur",
        "meilleurs", "metier", "metiers", "ou", "quel", "quelle", "quelles", "quels", "recherche", "sans", "specialite", "stage", "suivre", "travail", "travailler",
        "trouver", "veux", "voudrais", "voulais");
}
