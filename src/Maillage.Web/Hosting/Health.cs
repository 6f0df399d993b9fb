using Maillage.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Maillage.Web.Hosting;

/// <summary>Ready when the database answers with a published revision.</summary>
public sealed class DatabaseCheck(RevisionReader revisions) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await revisions.ReadAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

public static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
