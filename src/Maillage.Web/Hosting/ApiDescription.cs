using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Maillage.Web.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Maillage.Web.Hosting;

/// <summary>
/// The description of the API, <c>/api/v1/openapi.json</c>, made from what each endpoint declares; its words are in
/// <c>Resources/Api.resx</c>.
/// </summary>
public static class ApiDescription
{
    public const string Path = $"{ApiHost.Prefix}/openapi.json";

    private const string Document = "v1";

    // Names that Microsoft.AspNetCore.OpenApi gives to a schema kept apart, and to the description of a reference to it.
    private const string SchemaName = "x-schema-id";
    private const string ReferenceDescription = "x-ref-description";

    private const string MembersThatMayBeNull = "members-that-may-be-null";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.HttpMethod is "GET" or "PATCH"
            && endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
        options.CreateSchemaReferenceId = SchemaNameOf;
        options.AddDocumentTransformer((document, context, _) => Described(() => Describe(document, Words(context.ApplicationServices))));
        options.AddOperationTransformer((operation, context, _) => Described(() => Describe(operation, context)));
        options.AddSchemaTransformer((schema, context, _) => Described(() => Describe(schema, context)));
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi(Path)
        .AllowAnonymous()
        .CacheOutput(
            policy => policy.AddPolicy<PublicCache>().VaryByValue(_ => new KeyValuePair<string, string>("language", Language.Current)),
            excludeDefaultPolicy: true);

    private static Task Described(Action describe)
    {
        describe();
        return Task.CompletedTask;
    }

    private static Texts Words(IServiceProvider services) => services.GetRequiredService<Texts>();

    private static string? SchemaNameOf(JsonTypeInfo type) =>
        type.Type is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(Paged<>)
            ? $"{generic.GenericTypeArguments[0].Name}s"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static void Describe(OpenApiDocument document, Texts texts)
    {
        var text = new StringBuilder(texts["api.description"]).Append("\n\n").Append(texts["api.description.problems"]).Append("\n\n|||\n|---|---|\n");
        foreach (var (code, status) in ApiProblems.Statuses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {status} `{code}` | {texts[code, "…", "…", "…"]} |\n");
        }

        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            var key = $"api.schema.{name}";
            Finish((OpenApiSchema)schema, texts.Has(key) ? texts[key] : null);
        }

        document.Tags = new HashSet<OpenApiTag>();
        foreach (var tag in (string[])["campuses", "labels", "organisations", "qualifications", "offers", "occupations", "pathways", "statistics", "references", "search"])
        {
            document.Tags.Add(new OpenApiTag { Name = texts[$"api.tag.{tag}"] });
        }

        document.Info = new OpenApiInfo { Title = texts["api.title"], Version = Document, Description = text.ToString() };
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var texts = Words(context.ApplicationServices);
        var declared = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
        operation.OperationId = declared.Name;
        operation.Summary = texts[$"api.operation.{declared.Name}.summary"];
        operation.Description = texts[$"api.operation.{declared.Name}.text"];
        operation.Tags = new HashSet<OpenApiTagReference> { new(texts[$"api.tag.{declared.Tag}"], context.Document) };
        operation.Parameters =
        [
            .. PathParameters(context.Description.RelativePath ?? "", declared, texts),
            .. declared.Parameters.Select(parameter => Query(parameter, declared, texts)),
        ];
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = texts[$"api.response.{status}"];
        }
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(string path, ApiOperation declared, Texts texts) => path.Split('/')
        .Where(part => part is ['{', .., '}'])
        .Select(part => new OpenApiParameter
        {
            Name = part[1..^1],
            In = ParameterLocation.Path,
            Required = true,
            Description = texts[$"api.path.{declared.Name}.{part[1..^1]}"],
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(declared.PathExample),
        });

    private static OpenApiParameter Query(QueryParameter parameter, ApiOperation declared, Texts texts)
    {
        var own = $"api.query.{parameter.Name}.{declared.Tag}";
        var schema = parameter.Schema;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = texts.Has(own) ? texts[own] : texts[$"api.query.{parameter.Name}"],
            Example = Node(schema.Type, parameter.Example),
            Schema = new OpenApiSchema
            {
                Type = schema.Type switch { "integer" => JsonSchemaType.Integer, "number" => JsonSchemaType.Number, _ => JsonSchemaType.String },
                Format = schema.Format,
                Enum = schema.Values?.Select(value => (JsonNode)JsonValue.Create(value)!).ToList(),
                MaxLength = schema.MaxLength,
                Minimum = schema.Minimum?.ToString(CultureInfo.InvariantCulture),
                Maximum = schema.Maximum?.ToString(CultureInfo.InvariantCulture),
                Default = schema.Default is { } absent ? Node(schema.Type, absent) : null,
            },
        };
    }

    private static JsonValue? Node(string type, string text) => type is "integer" or "number"
        ? JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture))
        : JsonValue.Create(text);

    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var texts = Words(context.ApplicationServices);
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Object } type)
        {
            // What is not known is written as null, so that every member is always there but for a few.
            schema.Required = type.Properties.Where(IsAlwaysWritten).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
            Remember(schema, MembersThatMayBeNull, type.Properties.Where(MayBeNull).Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
        }

        if (context.JsonPropertyInfo is not { } property)
        {
            return;
        }

        var own = $"api.field.{property.Name}.{property.DeclaringType.Name}";
        var words = texts.Has(own) ? texts[own] : texts[$"api.field.{property.Name}"];
        if (schema.Metadata is not null && schema.Metadata.TryGetValue(SchemaName, out var name) && name is string { Length: > 0 })
        {
            Remember(schema, ReferenceDescription, words);
            return;
        }

        schema.Description = words;
        schema.Type = MayBeNull(property) ? schema.Type | JsonSchemaType.Null : schema.Type & ~JsonSchemaType.Null;
    }

    private static void Remember(OpenApiSchema schema, string key, object value)
    {
        schema.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
        schema.Metadata[key] = value;
    }

    /// <summary>Says on each reference whether it may be null; a schema that several members share cannot.</summary>
    private static void Finish(OpenApiSchema schema, string? words)
    {
        schema.Description = words;
        if (schema.Enum is { Count: > 0 } codes)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. codes.Where(code => code is not null)];
        }

        if (schema.Metadata is null || !schema.Metadata.TryGetValue(MembersThatMayBeNull, out var known) || known is not IReadOnlySet<string> nullable)
        {
            return;
        }

        foreach (var name in nullable)
        {
            switch (schema.Properties is not null && schema.Properties.TryGetValue(name, out var member) ? member : null)
            {
                case OpenApiSchemaReference reference:
                    schema.Properties![name] = new OpenApiSchema
                    {
                        Description = reference.Description,
                        OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference],
                    };
                    break;
                case OpenApiSchema { OneOf: [_, OpenApiSchemaReference reference] } either:
                    either.Description = reference.Description;
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is not [JsonIgnoreAttribute, ..];

    private static bool MayBeNull(JsonPropertyInfo property) => property.AttributeProvider is PropertyInfo member
        && IsAlwaysWritten(property)
        && new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable;
}
