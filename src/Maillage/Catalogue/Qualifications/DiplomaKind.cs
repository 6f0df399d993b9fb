using System.Collections.Frozen;

namespace Maillage.Catalogue.Qualifications;

/// <summary>A kind of diploma as the nomenclature codes it, and the words by which people call it.</summary>
/// <param name="Type">Among the kinds that lead through the campuses; null for another.</param>
/// <param name="Words">At the head of the name; empty when the name says it by itself.</param>
/// <param name="Marks">How the nomenclature writes it at the end of a name, between brackets.</param>
internal sealed record DiplomaKind(DiplomaType? Type, string Words, params IReadOnlyList<string> Marks)
{
    private const int TitleLevelLength = 3;

    /// <summary>How other sources begin the name, the longest first.</summary>
    public IReadOnlyList<string> Heads { get; } = [.. Marks.Append(Words).Where(head => head.Length > 0).OrderByDescending(head => head.Length)];

    private static readonly DiplomaKind Other = new(null, "");

    private static readonly DiplomaKind Title = new(null, "Titre professionnel", "TP");

    private static readonly FrozenDictionary<string, DiplomaKind> ByLevel = new Dictionary<string, DiplomaKind>(StringComparer.Ordinal)
    {
        ["010"] = new(null, "Mention complémentaire", "MC3", "MC4", "MC5", "MC NIVEAU III", "MC NIVEAU IV", "MC NIVEAU V", "MC"),
        ["500"] = new(DiplomaType.Cap, "CAP", "CAP"),
        ["503"] = new(DiplomaType.Capa, "CAPa", "CAPA", "CAP AGRICOLE", "CAP AG"),
        ["561"] = new(DiplomaType.Cs, "CS", "CS3", "Certificat de spécialisation"),
        ["461"] = new(DiplomaType.Cs, "CS", "CS4", "Certificat de spécialisation"),
        ["563"] = new(DiplomaType.Cs, "CS", "CSA", "Certificat de spécialisation"),
        ["463"] = new(DiplomaType.Cs, "CS", "CSA", "Certificat de spécialisation"),
        ["363"] = new(DiplomaType.Cs, "CS", "CSA", "Certificat de spécialisation"),
        ["263"] = new(DiplomaType.Cs, "CS", "CSA", "Certificat de spécialisation"),
        ["553"] = new(null, "BPA", "BPA"),
        ["453"] = new(DiplomaType.Bp, "BP", "BP AG", "BPA4", "BP"),
        ["450"] = new(DiplomaType.Bp, "BP", "BP"),
        ["401"] = new(DiplomaType.Bma, "BMA", "BMA"),
        ["400"] = new(DiplomaType.BacPro, "Bac pro", "BAC PRO"),
        ["403"] = new(DiplomaType.BacPro, "Bac pro", "BAC PRO AG", "SEC PRO AG", "BAC PRO"),
        ["430"] = new(DiplomaType.BacTechno, "Bac technologique", "BAC TECHNO", "Bac techno"),
        ["433"] = new(DiplomaType.BacTechno, "Bac technologique", "BAC TECHNO AG", "BAC TEC AG", "BAC TECHNO"),
        ["420"] = new(null, "BT", "BT"),
        ["320"] = new(DiplomaType.Bts, "BTS", "BTS"),
        ["323"] = new(DiplomaType.Btsa, "BTSA", "BTSA"),
        ["321"] = new(null, "DMA", "DMA"),
        ["350"] = new(null, "DUT", "DUT"),
        ["355"] = new(null, "DEUST", "DEUST"),
        ["251"] = new(DiplomaType.But, "BUT", "BUT spécialité", "BUT"),
        ["241"] = new(DiplomaType.DnMade, "DN MADE", "DN MADE", "DNMADE", "DN"),
        ["250"] = new(DiplomaType.LicencePro, "Licence professionnelle", "LP", "LIC PRO", "Licence pro mention", "Licence pro"),
        ["205"] = new(null, "Licence", "LIC LMD", "LICENCE", "Licence mention"),
        ["140"] = new(DiplomaType.Dsaa, "DSAA", "DSAA"),
        ["240"] = new(DiplomaType.Dsaa, "DSAA", "DSAA"),
        ["170"] = new(DiplomaType.TitreIngenieur, "", "ING"),
        ["135"] = new(DiplomaType.Master, "Master mention", "MASTER"),
        ["145"] = new(DiplomaType.Master, "Master", "MASTER"),
        ["100"] = new(DiplomaType.Doctorat, "Doctorat", "DOCTORAT"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="levelCode">Level of the nomenclature.</param>
    public static DiplomaKind Of(string levelCode) =>
        ByLevel.GetValueOrDefault(levelCode) ?? (levelCode.Length == TitleLevelLength && levelCode[2] == 'T' ? Title : Other);
}
