using System.Net;
using Maillage.TestKit;
using Maillage.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Site;

public sealed class ThemeTests
{
    private const string Marianne = "/assets/fonts/marianne-regular.woff2";

    [Theory]
    [InlineData("dsfr", false, HttpStatusCode.OK)]
    [InlineData("neutral", true, HttpStatusCode.NotFound)]
    [InlineData("neutre", true, HttpStatusCode.NotFound)]
    public async Task Theme_Chosen_DecidesOnColoursAndMarianne(string theme, bool isNeutral, HttpStatusCode font)
    {
        await using var app = await WebApp.WithAsync([], new WebAppOptions
        {
            Services = services => services.Configure<OperatorSettings>(settings => settings.Theme = theme),
        });
        using var visitor = app.NewClient();

        var page = await visitor.GetStringAsync("/mentions-legales", TestContext.Current.CancellationToken);
        using var answer = await visitor.GetAsync(Marianne, TestContext.Current.CancellationToken);

        Assert.Equal(isNeutral, page.Contains("neutral", StringComparison.Ordinal));
        Assert.Equal(font, answer.StatusCode);
    }
}
