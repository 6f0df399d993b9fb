using Maillage.Shared;

namespace Maillage.Catalogue.Qualifications;

/// <summary>The kinds of diploma and title that lead through the sectors of the campuses, under their usual acronym.</summary>
public enum DiplomaType
{
    Cap,
    Capa,
    Cs,
    Bp,
    Bma,
    BacPro,
    BacTechno,
    Bts,
    Btsa,
    But,
    DnMade,
    LicencePro,
    Dsaa,
    TitreIngenieur,
    Master,
    DiplomeEtat,
    Doctorat,
}

/// <summary>A diploma or title, level 3 (CAP) to 8 (doctorate), as people curate it.</summary>
public sealed class Qualification
{
    public const int NameMaxLength = 250;
    public const int CfdLength = 8;
    public const int RncpMaxLength = 10;
    public const int MefStat11Length = 11;
    public const int NsfMaxLength = 4;
    public const int CodesMaxLength = 300;
    public const int LowestLevel = 3;
    public const int HighestLevel = 8;

    /// <summary>Public identifier.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required DiplomaType DiplomaType { get; set; }

    /// <summary>French level, the same as that of the European framework.</summary>
    public required int Level { get; set; }

    /// <summary>Code formation diplôme, eight characters.</summary>
    public string? Cfd { get; set; }

    /// <summary>Number of its sheet in the national register, <c>RNCP37700</c>.</summary>
    public string? Rncp { get; set; }

    /// <summary>The final year of its usual course; the first year when it is common to several diplomas.</summary>
    public string? MefStat11 { get; set; }

    /// <summary>Group of the nomenclature of specialities, and its letter.</summary>
    public string? Nsf { get; set; }

    /// <summary>Occupations to which it leads, as ROME codes.</summary>
    public List<string> RomeCodes { get; set; } = [];

    public List<string> SectorCodes { get; set; } = [];

    /// <summary>Campuses to which it is related.</summary>
    public List<string> CampusSlugs { get; set; } = [];

    /// <summary>Day on which its code closes or closed.</summary>
    public DateOnly? ClosedOn { get; set; }

    public required Provenance Provenance { get; set; }
}
