using Xunit;

namespace Maillage.Journeys;

/// <summary>axe has nothing to say about any page, in either language and either theme.</summary>
public sealed class EveryPageAccessibleTests(Site site)
{
    [Theory]
    [MemberData(nameof(Addresses.EveryPage), MemberType = typeof(Addresses))]
    public async Task Page_InBothThemes_HasNoViolation(string path, string language)
    {
        await using var visitor = await site.VisitAsync(language);

        await visitor.OpenAsync(path);

        await visitor.LeaveAsync();
    }
}
