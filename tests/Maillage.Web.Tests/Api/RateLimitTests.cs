using System.Net;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class RateLimitTests
{
    private const int Limit = 3;

    private static readonly WebAppOptions Limited = new()
    {
        Services = services => services.Configure<ApiLimits>(limits => (limits.Requests, limits.Seconds) = (Limit, 3_600)),
    };

    [Fact]
    public async Task Api_AskedTooOften_RefusesAndSaysWhenToComeBack()
    {
        await using var app = await WebApp.WithAsync(TestData.Territories(), Limited);
        using var client = app.NewClient();
        for (var time = 0; time < Limit; time++)
        {
            await client.JsonAsync("/api/v1/campuses");
        }

        using var refused = await client.GetAsync("/api/v1/campuses", Answers.Ct);

        var problem = await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("api.rate.exceeded", problem.Text("code"));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3_600);
    }

    [Fact]
    public async Task Pages_AskedOftenFromAnAddressThatExhaustedTheApi_AreShown()
    {
        await using var app = await WebApp.WithAsync(TestData.Territories(), Limited);
        using var client = app.NewClient();
        for (var time = 0; time <= Limit; time++)
        {
            using var exhausted = await client.GetAsync("/api/v1/campuses", Answers.Ct);
        }

        for (var time = 0; time < 10; time++)
        {
            using var response = await client.GetAsync("/campus", Answers.Ct);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
