using Maillage.Network.Campuses;
using Maillage.Shared;

namespace Maillage.Network.Register;

/// <summary>
/// What to look for in the register. Without a day, every known campus with its state today; with a day, the campuses
/// whose label is in force or presumed that day, unless <see cref="AnyState"/>.
/// </summary>
public sealed record CampusFilter
{
    public const int TextMaxLength = 100;

    /// <summary>Days asked outside of these bounds are mistakes: the label was born in 2013.</summary>
    public static readonly DateOnly FirstDay = new(2000, 1, 1);

    public static readonly DateOnly LastDay = new(2100, 12, 31);

    public DateOnly? AsOf { get; init; }

    /// <summary>INSEE code of a région académique.</summary>
    public string? Region { get; init; }

    /// <summary>Code of an académie; a current one also finds what is recorded under those that it absorbed.</summary>
    public string? Academie { get; init; }

    public string? Sector { get; init; }

    /// <summary>
    /// At least one period of that category: any when no day is asked; with a day, one in the state asked, or that stands.
    /// </summary>
    public LabelCategory? Category { get; init; }

    /// <summary>State on the day asked, or today.</summary>
    public LabelState? State { get; init; }

    /// <summary>With a day, lists every state instead of those that stand.</summary>
    public bool AnyState { get; init; }

    /// <summary>Words that must all occur in the names, the sector, the territory or the seat; accents and case do not count.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<CampusOnDay> Apply(NetworkRegister register, DateOnly today)
    {
        var day = AsOf ?? today;
        var words = FoldedText.Words(Text);
        var academie = register.Academies.FirstOrDefault(row => string.Equals(row.Code, Academie, StringComparison.Ordinal));
        return
        [
            .. register.Campuses
                .Where(campus => Region is null || campus.Regions.Any(region => string.Equals(region.Code, Region, StringComparison.Ordinal)))
                .Where(campus => Academie is null || (academie is not null && campus.Academies.Any(academie.Includes)))
                .Where(campus => Sector is null || string.Equals(campus.Sector.Code, Sector, StringComparison.Ordinal))
                .Where(campus => Category is not { } category || HasPeriod(campus, category, day))
                .Where(campus => words.All(word => campus.FoldedSearch.Contains(word, StringComparison.Ordinal)))
                .Select(campus => campus.On(day))
                .Where(IsInState),
        ];
    }

    private bool HasPeriod(CampusRecord campus, LabelCategory category, DateOnly day) =>
        campus.LabelPeriods.Any(period => period.Category == category
            && (AsOf is null || AnyState || (State is { } state ? period.StateOn(day) == state : period.StateOn(day).Stands())));

    private bool IsInState(CampusOnDay campus) => State is { } state
        ? campus.State == state
        : AsOf is null || AnyState || campus.State.Stands();
}
