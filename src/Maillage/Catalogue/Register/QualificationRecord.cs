using Maillage.Catalogue.Offers;
using Maillage.Catalogue.Qualifications;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>A qualification as the catalogue knows it, curated or published by a producer: what lists, pages and pathways show.</summary>
public sealed class QualificationRecord
{
    private const int SpecialityLength = 3;

    /// <summary>Public identifier, the last part of its address.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Kind of diploma; null when it is none of those that the campuses usually lead through.</summary>
    public DiplomaType? DiplomaType { get; init; }

    /// <summary>French level, from 3 (CAP) to 8 (doctorate).</summary>
    public required int Level { get; init; }

    /// <summary>Code formation diplôme.</summary>
    public string? Cfd { get; init; }

    /// <summary>Number in the national register.</summary>
    public string? Rncp { get; init; }

    /// <summary>Day on which its registration in the national register ends, when it is told.</summary>
    public DateOnly? RncpEndsOn { get; init; }

    /// <summary>Who awards it, when it is told.</summary>
    public string? Certifier { get; init; }

    /// <summary>Modes in which it can be prepared, wherever; empty when no source tells them.</summary>
    public IReadOnlyList<TrainingMode> Modes { get; init; } = [];

    /// <summary>What it is about, in the words of the Formacode.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Group of the nomenclature of specialities, with its letter when it is told.</summary>
    public string? Nsf { get; init; }

    public IReadOnlyList<string> SectorCodes { get; init; } = [];

    /// <summary>Occupations to which it leads.</summary>
    public IReadOnlyList<string> RomeCodes { get; init; } = [];

    /// <summary>Campuses to which people relate it.</summary>
    public IReadOnlyList<string> CampusSlugs { get; init; } = [];

    /// <summary>First day on which it can be prepared, when it is told.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Day on which its code closes or closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether it is a first year common to several diplomas, which gives no diploma by itself.</summary>
    public bool IsCommonFirstYear { get; init; }

    /// <summary>Who told what is shown of it.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    internal string FoldedName { get => field ??= FoldedText.Of(Name); init; }

    /// <summary>Name and codes, to look for words in them.</summary>
    internal string FoldedSearch => field ??= FoldedText.Of($"{FoldedName} {Cfd} {Rncp}");

    /// <summary>Group of the nomenclature of specialities, without its letter.</summary>
    internal string? Speciality => Nsf is { Length: >= SpecialityLength } code ? code[..SpecialityLength] : null;

    public bool IsClosedOn(DateOnly day) => ClosedOn is { } closed && closed <= day;
}
