using Maillage.Catalogue.Pathways;
using Maillage.Catalogue.Qualifications;
using Maillage.Catalogue.Register;

namespace Maillage.Tests.Catalogue.Pathways;

/// <summary>A slow reading of the rules: every route there is, one by one, with what ranks it.</summary>
internal sealed class EveryRoute(AnyGraph catalogue, PathwayQuestion question)
{
    private const int MostSteps = 10;

    /// <summary>Every route that answers the question.</summary>
    public IReadOnlyList<PathwayRoute> All()
    {
        if (question.ToOccupation is null && (question.From?.Level ?? question.FromLevel) >= (question.ToLevel ?? 8))
        {
            return [];
        }

        return [.. catalogue.Qualifications.Where(IsStart).SelectMany(start => IsEnd(start) ? [new PathwayRoute(start, [])] : From(start, []))];
    }

    public bool IsStart(QualificationRecord row) => question switch
    {
        { From: { } held } => row == held,
        { FromLevel: { } level } => IsOpen(row) && Admits(row) && row.Level == level,
        _ => IsOpen(row) && Admits(row) && IsEntry(row),
    };

    public bool IsEnd(QualificationRecord row) =>
        row != question.From && IsOpen(row) && Admits(row) && !row.IsCommonFirstYear
        && (question.ToOccupation is { } rome ? row.RomeCodes.Contains(rome) && row.Level >= (question.ToLevel ?? 0) : row.Level >= (question.ToLevel ?? 8));

    public bool IsTaken(PathwayStep step) =>
        step.To.Level >= step.From.Level && step.From != step.To && (!IsOpen(step.To) || step.To == question.From || Admits(step.To))
        && (step.From == question.From || IsOpen(step.From) == step.Basis is not PathwayBasis.Renewal);

    /// <summary>What ranks a route: its steps, those that no authority writes, its changes of field, how far its places are.</summary>
    public ((int Steps, int Unsure, int Fields) Rank, double Kilometres) RankOf(PathwayRoute route) => (
        (route.Length,
            route.Steps.Count(step => step.Basis is PathwayBasis.Usual),
            route.Steps.Count(step => step.Basis is not PathwayBasis.Renewal && IsOfAnotherField(step.From, step.To))),
        route.Qualifications.Where(row => row != question.From && IsOpen(row)).Sum(Kilometres));

    private IEnumerable<PathwayRoute> From(QualificationRecord start, PathwayStep[] taken)
    {
        var at = taken.Length == 0 ? start : taken[^1].To;
        foreach (var step in catalogue.Steps.Where(step => step.From == at && IsTaken(step)))
        {
            PathwayStep[] steps = [.. taken, step];
            var route = new PathwayRoute(start, steps);
            if (route.Length > MostSteps || route.Qualifications.Distinct().Count() < steps.Length + 1)
            {
                continue;
            }

            foreach (var found in IsEnd(step.To) ? [route] : From(start, steps))
            {
                yield return found;
            }
        }
    }

    private bool IsOpen(QualificationRecord row) => !row.IsClosedOn(question.Day);

    private bool IsEntry(QualificationRecord row) =>
        row.Level == 3 || row.IsCommonFirstYear || row.DiplomaType is DiplomaType.BacPro or DiplomaType.BacTechno
        || !catalogue.Steps.Any(step => step.To == row && step.From != row && step.From.Level <= row.Level);

    private static bool IsOfAnotherField(QualificationRecord from, QualificationRecord to)
    {
        var occupations = from.RomeCodes.Count > 0 && to.RomeCodes.Count > 0;
        var specialities = from.Nsf is not null && to.Nsf is not null;
        return (occupations || specialities)
            && !(occupations && from.RomeCodes.Any(to.RomeCodes.Contains))
            && !(specialities && from.Nsf![..3] == to.Nsf![..3]);
    }

    private IEnumerable<OfferRecord> Offers(QualificationRecord row) => catalogue.Offers.Where(offer => offer.Qualification == row);

    private bool Admits(QualificationRecord row) => question.Mode is not { } mode || !Offers(row).Any() || Offers(row).Any(offer => offer.Mode == mode);

    private double Kilometres(QualificationRecord row) => question.Near is not { } near ? 0 : Offers(row)
        .Where(offer => question.Mode is null || offer.Mode == question.Mode)
        .Select(offer => offer.Place.Point?.DistanceKm(near)).OfType<double>().DefaultIfEmpty(20_100).Min();
}
