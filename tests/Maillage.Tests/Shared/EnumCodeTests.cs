using System.Reflection;
using Maillage.Network.Campuses;
using Maillage.Network.Organisations;
using Maillage.Shared;
using Xunit;

namespace Maillage.Tests.Shared;

public sealed class EnumCodeTests
{
    public static TheoryData<Type> Enumerations =>
        [.. typeof(EnumCode).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true })];

    [Fact]
    public void Code_OfAValue_IsSnakeCase()
    {
        Assert.Equal("lycee_pro", OrganisationKind.LyceePro.ToCode());
        Assert.Equal("commune_centroid", CoordinatePrecision.CommuneCentroid.ToCode());
        Assert.Equal("A", Confidence.A.ToCode());
    }

    [Theory]
    [InlineData("LyceePro")]
    [InlineData("LYCEE_PRO")]
    [InlineData("lycee pro")]
    [InlineData("4")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_AnythingElse_IsRefused(string? code)
    {
        Assert.False(EnumCode.TryParse<OrganisationKind>(code, out _));
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void Codes_OfEveryEnumeration_AreDistinctAndReadBack(Type enumeration)
    {
        GetType().GetMethod(nameof(AssertReadBack), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(enumeration).Invoke(null, null);
    }

    private static void AssertReadBack<T>() where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Length, EnumCode.All<T>().Distinct().Count());
        Assert.All(Enum.GetValues<T>(), value =>
        {
            Assert.True(EnumCode.TryParse<T>(value.ToCode(), out var read));
            Assert.Equal(value, read);
        });
    }
}
