using System.Text.Json;
using Maillage.Shared;
using Maillage.Web.Tests.Architecture;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Maillage.Web.Tests.Api;

public sealed class JsonTests(SitePages site)
{
    [Fact]
    public void Enumeration_InJson_IsWrittenAsEverywhereElse()
    {
        var json = site.App.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var codes = typeof(EnumCode).GetMethod(nameof(EnumCode.All))!;
        var enumerations = Product.WrittenTypes(Product.Library).Where(type => type is { IsEnum: true, IsPublic: true }).ToList();

        Assert.NotEmpty(enumerations);
        Assert.All(enumerations, type => Assert.Equal(
            ((IReadOnlyList<string>)codes.MakeGenericMethod(type).Invoke(null, null)!).Order(StringComparer.Ordinal),
            Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.Serialize(value, type, json).Trim('"')).Order(StringComparer.Ordinal)));
    }
}
