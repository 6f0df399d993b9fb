using System.Globalization;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Sylvan.Data.Csv;

namespace Maillage.Network.Register;

/// <summary>A number of labelled campuses in the whole country that a text cites, against which the register measures what it knows.</summary>
public sealed record NationalCount(PartialDate AsOf, int Count, LabelCategory? Category, string Source)
{
    /// <summary>Reads <c>data/national_counts.csv</c>, oldest first.</summary>
    public static IReadOnlyList<NationalCount> Read(string file)
    {
        using var csv = CsvDataReader.Create(file);
        var counts = new List<NationalCount>();
        while (csv.Read())
        {
            counts.Add(new NationalCount(
                PartialDate.Parse(csv.GetString(csv.GetOrdinal("date"))),
                int.Parse(csv.GetString(csv.GetOrdinal("count")), CultureInfo.InvariantCulture),
                csv.GetString(csv.GetOrdinal("scope")) == "excellence" ? LabelCategory.Excellence : null,
                csv.GetString(csv.GetOrdinal("source"))));
        }

        return [.. counts.OrderBy(count => count.AsOf)];
    }
}

/// <summary>How much of the national count of a day the register can name.</summary>
/// <param name="National">The last count cited up to that day; null before the first.</param>
/// <param name="InForce">Campuses whose label is in force that day by a stated period.</param>
/// <param name="Presumed">Campuses whose label is presumed that day.</param>
/// <param name="NamedWithoutDate">Campuses that a source names as labelled and for which no period is known.</param>
public sealed record RegisterCoverage(NationalCount? National, int InForce, int Presumed, int NamedWithoutDate)
{
    public static RegisterCoverage Of(NetworkRegister register, IReadOnlyList<NationalCount> counts, DateOnly day)
    {
        var states = register.Campuses.CountBy(campus => campus.On(day).State).ToDictionary();
        return new RegisterCoverage(
            counts.LastOrDefault(count => count.Category is null && count.AsOf.FirstDay <= day),
            states.GetValueOrDefault(LabelState.InForce),
            states.GetValueOrDefault(LabelState.Presumed),
            register.Campuses.Count(campus => campus.IsNamedAsLabelled && campus.LabelPeriods.Count == 0));
    }
}
