namespace Maillage.Access.Rights;

/// <summary>What kind of perimeter a right holds within.</summary>
public enum ScopeKind
{
    National,
    AcademicRegion,
    Academie,

    /// <summary>The territory of a Regional Council.</summary>
    RegionalCouncil,

    Campus,
    Organisation,

    /// <summary>What concerns the person alone.</summary>
    Self,
}

/// <summary>A perimeter within which a right holds.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Key">Code of the territory, or identifier of the campus, organisation or account; empty for the country.</param>
public readonly record struct Scope(ScopeKind Kind, string Key)
{
    public const int KeyMaxLength = 40;

    public static readonly Scope National = new(ScopeKind.National, "");

    public static Scope AcademicRegion(string code) => new(ScopeKind.AcademicRegion, code);

    public static Scope Academie(string code) => new(ScopeKind.Academie, code);

    public static Scope RegionalCouncil(string code) => new(ScopeKind.RegionalCouncil, code);

    public static Scope Campus(Guid campusId) => new(ScopeKind.Campus, campusId.ToString());

    public static Scope Organisation(Guid organisationId) => new(ScopeKind.Organisation, organisationId.ToString());

    public static Scope Self(Guid accountId) => new(ScopeKind.Self, accountId.ToString());
}

/// <summary>A row that belongs to one scope.</summary>
public interface IScoped
{
    ScopeKind ScopeKind { get; }

    string ScopeKey { get; }
}

public static class ScopedRows
{
    /// <summary>The rows whose scope is one of these; all of them when the country is among these.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IReadOnlyCollection<Scope> scopes) where T : class, IScoped
    {
        if (scopes.Contains(Scope.National))
        {
            return rows;
        }

        // Codes of territories of two kinds may be alike; identifiers never are.
        var within = scopes.ToLookup(scope => scope.Kind, scope => scope.Key);
        var (regions, academies, councils) = (within[ScopeKind.AcademicRegion].ToList(), within[ScopeKind.Academie].ToList(), within[ScopeKind.RegionalCouncil].ToList());
        List<string> ids = [.. within[ScopeKind.Campus], .. within[ScopeKind.Organisation]];
        return rows.Where(row => ids.Contains(row.ScopeKey)
            || (row.ScopeKind == ScopeKind.AcademicRegion && regions.Contains(row.ScopeKey))
            || (row.ScopeKind == ScopeKind.Academie && academies.Contains(row.ScopeKey))
            || (row.ScopeKind == ScopeKind.RegionalCouncil && councils.Contains(row.ScopeKey)));
    }
}

/// <summary>Every scope that a thing lies within: its campuses, its organisation, its territories, the person that it concerns.</summary>
public sealed class Perimeter(params IEnumerable<Scope> scopes)
{
    /// <summary>Of what belongs to the platform as a whole.</summary>
    public static readonly Perimeter National = new();

    private readonly HashSet<Scope> _scopes = [.. scopes];

    public IReadOnlyCollection<Scope> Scopes => _scopes;

    /// <summary>Whether a right that holds within this scope holds for the thing.</summary>
    public bool LiesWithin(Scope scope) => scope.Kind == ScopeKind.National || _scopes.Contains(scope);
}
