using Maillage.Catalogue.Offers;
using Maillage.Network.Organisations;
using Maillage.Shared;

namespace Maillage.Catalogue.Register;

/// <summary>
/// The offers as columns: the place and the qualification of each, by number. A condition on places or on qualifications is
/// then answered once for each of them instead of once for each offer.
/// </summary>
internal sealed class OfferTable
{
    public OfferTable(NationalCatalogue catalogue)
    {
        var qualifications = catalogue.Qualifications.Index().ToDictionary(row => row.Item, row => row.Index);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new List<OrganisationPlace>();
        QualificationOf = new int[catalogue.Offers.Count];
        PlaceOf = new int[catalogue.Offers.Count];
        foreach (var (index, offer) in catalogue.Offers.Index())
        {
            QualificationOf[index] = qualifications[offer.Qualification];
            if (!places.TryGetValue(offer.Place.Slug, out var place))
            {
                places.Add(offer.Place.Slug, place = known.Count);
                known.Add(offer.Place);
            }

            PlaceOf[index] = place;
        }

        Places = [.. known];
        Departments = [.. known.Select(place => place.DepartmentCode)];
        Modes = [.. catalogue.Offers.Select(offer => offer.Mode)];
        Levels = [.. catalogue.Qualifications.Select(qualification => qualification.Level)];
        FoldedPlaces = [.. known.Select(place => FoldedText.Of($"{place.Name} {place.Commune}"))];
    }

    /// <summary>Every place where something is offered.</summary>
    public OrganisationPlace[] Places { get; }

    /// <summary>Name and commune of each place, to look for words in them.</summary>
    public string[] FoldedPlaces { get; }

    /// <summary>Level of each qualification, in the order of the catalogue.</summary>
    public int[] Levels { get; }

    /// <summary>Code of the département of each place, when it is known.</summary>
    public string?[] Departments { get; }

    /// <summary>Number of the qualification of each offer, in the order of the catalogue.</summary>
    public int[] QualificationOf { get; }

    /// <summary>Number of the place of each offer.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Mode of each offer.</summary>
    public TrainingMode[] Modes { get; }
}
