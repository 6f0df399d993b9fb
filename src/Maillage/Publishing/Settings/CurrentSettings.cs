using Maillage.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Maillage.Publishing.Settings;

/// <summary>The settings of one published revision; empty ones when nothing was ever set.</summary>
public sealed record KnownSettings(long Revision, SiteSettings Settings) : IAsOfRevision;

/// <summary>The settings of the current published revision: a change shows at once, on every node.</summary>
public sealed class CurrentSettings(RevisionReader revisions, IServiceScopeFactory scopes) : KeptReading<KnownSettings>(revisions, scopes)
{
    protected override async Task<KnownSettings> ReadAsync(IServiceProvider services, long revision, CancellationToken ct) =>
        new(revision, await services.GetRequiredService<MaillageDb>().SiteSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new SiteSettings());
}
