using Microsoft.Extensions.Options;

namespace Maillage.Web.Hosting;

/// <summary>The public address of the site, for what is read outside it: never taken from what a request says.</summary>
public sealed class SiteAddress(IOptions<OperatorSettings> site, HostSettings settings)
{
    private readonly Uri _address = new((site.Value.Address ?? settings.Urls.Split(';')[0]).TrimEnd('/') + "/");

    /// <param name="language">Language of the page, <c>fr</c> or <c>en</c>.</param>
    /// <param name="path">Path within the site, without language, its query included.</param>
    public string Of(string language, string path) =>
        new Uri(_address, Language.PrefixOf(language).TrimStart('/') + path).AbsoluteUri;
}
