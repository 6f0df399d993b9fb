using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;

namespace Maillage.Web.Api;

/// <summary>How the API writes JSON: camelCase, accents as they are, enumerations by their codes, what is unknown as null.</summary>
internal static class ApiJson
{
    public static void Configure(JsonOptions options)
    {
        var json = options.SerializerOptions;
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Never inside a page: accents and apostrophes stay readable.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(new CodeNaming(), allowIntegerValues: false));
        json.TypeInfoResolverChain.Insert(0, ApiJsonContext.Default);
    }

    /// <summary>The written form of <see cref="Shared.EnumCode"/>, as the serializer and the OpenAPI document understand it.</summary>
    private sealed class CodeNaming : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.Length == 1 ? name : SnakeCaseLower.ConvertName(name);
    }
}

/// <summary>Serializers prepared at build time: the first answers of a fresh process are quick too.</summary>
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(Paged<CampusItem>))]
[JsonSerializable(typeof(CampusDetail))]
[JsonSerializable(typeof(Paged<LabelRow>))]
[JsonSerializable(typeof(Paged<OrganisationItem>))]
[JsonSerializable(typeof(OrganisationDetail))]
[JsonSerializable(typeof(PathwayAnswerItem))]
[JsonSerializable(typeof(Paged<SectorItem>))]
[JsonSerializable(typeof(Paged<RegionItem>))]
[JsonSerializable(typeof(Paged<AcademyItem>))]
[JsonSerializable(typeof(Paged<QualificationItem>))]
[JsonSerializable(typeof(QualificationDetail))]
[JsonSerializable(typeof(Paged<TrainingOfferItem>))]
[JsonSerializable(typeof(Paged<OccupationItem>))]
[JsonSerializable(typeof(OccupationDetail))]
[JsonSerializable(typeof(EnrolmentItem))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
