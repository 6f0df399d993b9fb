using Maillage.Data;
using Maillage.OpenData;
using Maillage.OpenData.Imports;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Catalogue.Occupations.Imports;

/// <summary>The files of the directory of occupations (ROME 4.0), one table each, joined by the codes of the directory.</summary>
internal static class RomeFiles
{
    public const string Producer = "France Travail, ROME 4.0";
    public const string Licence = "Licence Ouverte 2.0";
    public const string Definition = "definition";
    public const string Access = "acces_metier";

    private const int MostRanks = 999;
    private const int LongestText = 200;

    private static readonly Uri Page = new("https://www.data.gouv.fr/datasets/repertoire-operationnel-des-metiers-et-des-emplois-rome");

    private static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal) { ["O"] = true, ["N"] = false };

    private static readonly Column<string> Rome = Columns.Coded("code_rome", CatalogueCodes.Rome);
    private static readonly Column<string> Parent = Columns.Coded("code_rome_parent", CatalogueCodes.Rome);
    private static readonly Column<string> Name = Columns.Text("libelle_rome", Occupation.NameMaxLength);

    private static readonly Column<EcologicalTransition?> Ecological = Columns.OptionalWords("transition_eco", new Dictionary<string, EcologicalTransition>(StringComparer.Ordinal)
    {
        ["Emploi Blanc"] = EcologicalTransition.White,
        ["Emploi Vert"] = EcologicalTransition.Green,
        ["Emploi Brun"] = EcologicalTransition.Brown,
        ["Emploi stratégique pour la Transition écologique"] = EcologicalTransition.Strategic,
    });

    private static readonly Column<bool?> Digital = Columns.OptionalWords("transition_num", YesOrNo);
    private static readonly Column<bool?> Demographic = Columns.OptionalWords("transition_demo", YesOrNo);
    private static readonly Column<bool?> Regulated = Columns.OptionalWords("emploi_reglemente", YesOrNo);
    private static readonly Column<bool?> Executive = Columns.OptionalWords("emploi_cadre", YesOrNo);

    public static readonly DataSet Occupations = Of("rome/occupations", [Rome, Name, Ecological, Digital, Demographic, Regulated, Executive, Parent], Fill.With(row => new RomeOccupation
    {
        Rome = row.Get(Rome),
        Name = row.Get(Name),
        ParentRome = row.Get(Parent),
        Ecological = row.Get(Ecological),
        IsDigital = row.Get(Digital),
        IsDemographic = row.Get(Demographic),
        IsRegulated = row.Get(Regulated),
        IsExecutive = row.Get(Executive),
    }));

    private static readonly Column<string> GreatDomain = Columns.Text("libelle_grand_domaine", Occupation.NameMaxLength);
    private static readonly Column<string> DomainCode = Columns.Text("code_domaine_professionel", RomeDomain.CodeMaxLength).Or("code_domaine_professionnel");
    private static readonly Column<string> DomainName = Columns.Text("libelle_domaine_professionel", Occupation.NameMaxLength).Or("libelle_domaine_professionnel");

    public static readonly DataSet Domains = Of("rome/domains", [Rome, GreatDomain, DomainCode, DomainName], Fill.With(row => new RomeDomain
    {
        Rome = row.Get(Rome), Code = row.Get(DomainCode), Name = row.Get(DomainName), GreatDomain = row.Get(GreatDomain),
    }));

    private static readonly Column<string> Code = Columns.Text("code_ogr", RomeAppellation.CodeMaxLength);
    private static readonly Column<string> Appellation = Columns.Text("libelle_appellation_long", Occupation.NameMaxLength);
    private static readonly Column<bool?> Rare = Columns.OptionalWords("peu_usite", YesOrNo);

    public static readonly DataSet Appellations = Of("rome/appellations", [Code, Rome, Appellation, Rare], Fill.With(row => new RomeAppellation
    {
        Code = row.Get(Code), Rome = row.Get(Rome), Name = row.Get(Appellation), IsRare = row.Get(Rare) ?? false,
    }));

    private static readonly Column<string> Skill = Columns.Text("libelle_competence", RomeItem.NameMaxLength);
    private static readonly Column<string?> SkillKind = Columns.OptionalText("cat_comp", RomeItem.CategoryMaxLength);
    private static readonly Column<string?> SkillCategory = Columns.OptionalText("sous_cat_comp", RomeItem.CategoryMaxLength);

    public static readonly DataSet Skills = Of("rome/skills", [Code, Skill, SkillKind, SkillCategory], Fill.With(row => new RomeItem
    {
        DataSet = row.DataSet,
        Code = row.Get(Code),
        Kind = row.Get(SkillKind)?.StartsWith("Savoir-être", StringComparison.OrdinalIgnoreCase) == true ? RomeItemKind.SoftSkill : RomeItemKind.KnowHow,
        Name = row.Get(Skill),
        Category = row.Get(SkillCategory),
    }));

    private static readonly Column<string> KnowledgeCode = Columns.Text("code_ogr_savoir", RomeAppellation.CodeMaxLength);
    private static readonly Column<string> KnowledgeName = Columns.Text("libelle_savoir", RomeItem.NameMaxLength);
    private static readonly Column<string?> KnowledgeCategory = Columns.OptionalText("categorie_savoir", RomeItem.CategoryMaxLength);

    public static readonly DataSet Knowledge = Of("rome/knowledge", [KnowledgeCode, KnowledgeName, KnowledgeCategory], Fill.With(row => new RomeItem
    {
        DataSet = row.DataSet, Code = row.Get(KnowledgeCode), Kind = RomeItemKind.Knowledge, Name = row.Get(KnowledgeName), Category = row.Get(KnowledgeCategory),
    }));

    private static readonly Column<string> Context = Columns.Text("libelle_cont_travail", RomeItem.NameMaxLength);
    private static readonly Column<string?> ContextCategory = Columns.OptionalText("libelle_type_cont_trav", RomeItem.CategoryMaxLength);

    // One context is listed under two types.
    public static readonly DataSet Contexts = Of("rome/work-contexts", [Code, Context, ContextCategory], Fill.With(row => new RomeItem
    {
        DataSet = row.DataSet, Code = row.Get(Code), Kind = RomeItemKind.WorkContext, Name = row.Get(Context), Category = row.Get(ContextCategory),
    }).KeepingFirst());

    private static readonly Column<RomeWeight?> Weight = Columns.OptionalWords("coeur_metier", new Dictionary<string, RomeWeight>(StringComparer.Ordinal)
    {
        ["Principale"] = RomeWeight.Core,
        ["Émergente"] = RomeWeight.Emerging,
    });

    public static readonly DataSet Links = Of("rome/item-links", [Rome, Code, Weight], Fill.With(row => new RomeItemLink
    {
        Rome = row.Get(Rome), Code = row.Get(Code), Weight = row.Get(Weight),
    }));

    private static readonly Column<string> Target = Columns.Coded("code_rome_cible", CatalogueCodes.Rome);
    private static readonly Column<int> Rank = Columns.Whole("numero_ordre", 0, MostRanks);

    public static readonly DataSet Mobilities = Of("rome/mobilities", [Rome, Target, Rank], Fill.With(row => new RomeMobility
    {
        Rome = row.Get(Rome), TargetRome = row.Get(Target), Rank = row.Get(Rank),
    }));

    private static readonly Column<string> Major = Columns.Text("riasec_majeur", RomeInterest.LetterLength);
    private static readonly Column<string?> Minor = Columns.OptionalText("riasec_mineur", RomeInterest.LetterLength);

    public static readonly DataSet Interests = Of("rome/interests", [Rome, Major, Minor], Fill.With(row => new RomeInterest
    {
        Rome = row.Get(Rome), Major = row.Get(Major), Minor = row.Get(Minor),
    }));

    private static readonly Column<string> TextKind = Columns.Text("libelle_type_texte", RomeText.KindMaxLength);
    private static readonly Column<int> Position = Columns.Whole("position_phrase", 0, MostRanks);
    private static readonly Column<string> Text = Columns.Text("libelle_texte", RomeText.TextMaxLength);

    public static readonly DataSet Texts = Of("rome/texts", [Rome, TextKind, Position, Text], Fill.With(row => new RomeText
    {
        Rome = row.Get(Rome), Kind = row.Get(TextKind), Position = row.Get(Position), Text = row.Get(Text),
    }));

    private static readonly Column<bool?> Main = Columns.OptionalWords("principal", new Dictionary<string, bool>(StringComparer.Ordinal) { ["oui"] = true, ["non"] = false });
    private static readonly Column<string?> SubSector = Columns.OptionalText("libelle_ss_sect_activite", LongestText);

    public static readonly DataSet Sectors = Grouping("rome/sectors", "code_sect_activite", "libelle_sect_activite", Main, SubSector);

    public static readonly DataSet Centres = Grouping("rome/interest-centres", "code_centre_interet", "libelle_centre_interet", Main);

    public static readonly DataSet Themes = Grouping("rome/themes", "code_theme", "libelle_theme", null);

    public static readonly DataSet NafSectors = Grouping("rome/naf-sectors", "code_secteur_naf", "libelle_secteur_naf", null);

    public static readonly IReadOnlyList<DataSet> All =
        [Occupations, Domains, Appellations, Skills, Knowledge, Contexts, Links, Mobilities, Interests, Texts, Sectors, Centres, Themes, NafSectors];

    public static readonly IReadOnlyList<JoinRate> JoinRates =
    [
        new("data.join.appellations_rome", (db, ct) => OfOccupationsAsync(db, db.Set<RomeAppellation>().Select(row => row.Rome), ct), 100),
        new("data.join.mobilities_rome", (db, ct) => OfOccupationsAsync(db, db.Set<RomeMobility>().Select(row => row.TargetRome), ct)),
    ];

    /// <summary>Sub-sectors of one sector repeat it: the sector is kept once, its main row first.</summary>
    private static DataSet Grouping(string name, string codeColumn, string nameColumn, Column<bool?>? main, params IReadOnlyList<Column> others)
    {
        var code = Columns.Text(codeColumn, RomeGrouping.CodeMaxLength);
        var label = Columns.Text(nameColumn, RomeGrouping.NameMaxLength);
        return Of(name, [Rome, code, label, .. main is null ? [] : new Column[] { main }, .. others], Fill.With(row => new RomeGrouping
        {
            DataSet = row.DataSet, Rome = row.Get(Rome), Code = row.Get(code), Name = row.Get(label), IsMain = main is null ? null : row.Get(main),
        }).Merging((one, other) => other.IsMain == true ? other : one));
    }

    private static DataSet Of(string name, IReadOnlyList<Column> columns, Fill fill) => new(name, Producer, Licence)
    {
        Page = Page,
        Columns = columns,
        Fills = [fill],
    };

    private static async Task<FoundKeys> OfOccupationsAsync(MaillageDb db, IQueryable<string> codes, CancellationToken ct)
    {
        var occupations = db.Set<RomeOccupation>();
        var distinct = codes.Distinct();
        return new FoundKeys(await distinct.CountAsync(code => occupations.Any(row => row.Rome == code), ct), await distinct.CountAsync(ct));
    }
}
