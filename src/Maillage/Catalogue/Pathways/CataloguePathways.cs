using Maillage.Catalogue.Register;

namespace Maillage.Catalogue.Pathways;

/// <summary>A catalogue with what walks over it need.</summary>
public sealed class CataloguePathways(NationalCatalogue catalogue)
{
    public NationalCatalogue Catalogue { get; } = catalogue;

    public PathwayGraph Graph { get; } = new(catalogue.Qualifications, catalogue.Offers, catalogue.Steps);

    public OfferCoverage Coverage { get; } = OfferCoverage.Of(catalogue.Offers);
}
