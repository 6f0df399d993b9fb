using Maillage.Publishing.Settings;
using Maillage.Shared;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Hosting;

/// <summary>What the operator says of itself and of the site today: in the product, or else in the environment.</summary>
public sealed record SaidOfSite(string? Publisher, string? Host, string? Contact, LocalizedText? Notice, bool IsDemonstration);

/// <summary>Puts together what was set in the product and in the environment.</summary>
public sealed class SiteOperator(IOptions<OperatorSettings> environment, CurrentSettings current, TimeProvider clock)
{
    public async Task<SaidOfSite> ReadAsync(CancellationToken ct)
    {
        var (set, otherwise) = ((await current.GetAsync(ct)).Settings, environment.Value);
        return new SaidOfSite(set.Publisher ?? otherwise.Publisher, set.Host ?? otherwise.Host, set.Contact ?? otherwise.Contact, set.NoticeOn(clock.Today()), set.IsDemonstration);
    }

    /// <summary>The same for the frame of a page. One that tells of a failure does not ask the database, which may be what failed.</summary>
    public async Task<SaidOfSite> ReadAsync(HttpContext http) => http.Response.StatusCode >= StatusCodes.Status500InternalServerError
        ? new SaidOfSite(environment.Value.Publisher, environment.Value.Host, environment.Value.Contact, null, false)
        : await ReadAsync(http.RequestAborted);
}
