using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maillage.Web.Tests.Architecture;

public sealed partial class WebRulesTests(SitePages site)
{
    // Added by the framework to a build that is not published, and refused by the fallback policy.
    private const string BuiltAssets = "Fallback {**path:file}";

    private static readonly string[] CallOperations = ["src/Maillage.Web/Pages", "src/Maillage.Web/Api"];

    [Fact]
    public void Route_Mapped_SaysWhoMayAskForIt()
    {
        var endpoints = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.NotEmpty(endpoints);
        Product.None(endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .Where(name => name != BuiltAssets));
    }

    [Fact]
    public void PageOrEndpoint_Written_NeverSaves() =>
        Product.None(CallOperations.SelectMany(folder => Product.Sources(folder, ".cs", ".cshtml"))
            .Where(file => Saving().IsMatch(file.Text))
            .Select(file => file.Path));

    [Fact]
    public void Model_BoundFromARequest_HoldsNoEntity()
    {
        var pages = Product.Web.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel))).ToList();
        var bound = pages.SelectMany(Properties)
            .Concat(pages.SelectMany(page => page.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.StartsWith("On", StringComparison.Ordinal))
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType))))
            .Concat(site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>())
                .SelectMany(method => method?.GetParameters().Select(parameter => parameter.ParameterType) ?? []));

        Product.None(bound.Where(type => Holds(type, [])).Select(type => type.FullName));
    }

    private static IEnumerable<Type> Properties(Type page) => page.GetProperties()
        .Where(property => property.IsDefined(typeof(BindPropertyAttribute)) || page.IsDefined(typeof(BindPropertiesAttribute)))
        .Select(property => property.PropertyType);

    private static bool Holds(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType && type.GetGenericArguments().Any(argument => Holds(argument, seen)))
        {
            return true;
        }

        return Product.Entities.Contains(type)
            || (type.Assembly == Product.Web && seen.Add(type) && IsInput(type) && type.GetProperties().Any(property => Holds(property.PropertyType, seen)));
    }

    /// <summary>What a request is bound to is a record of input; what is injected is not.</summary>
    private static bool IsInput(Type type) => type.GetConstructor(Type.EmptyTypes) is not null;

    [GeneratedRegex(@"\bSaveChanges|\bExecuteUpdate|\bExecuteDelete|\bExecuteSql|\bMaillageDb\b")]
    private static partial Regex Saving();
}
