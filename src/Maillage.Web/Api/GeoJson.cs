using System.Globalization;
using System.Text.Json;
using Maillage.Shared;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Api;

/// <summary>A layer for maps (RFC 7946): WGS84, longitude first; a place that is not known is a null geometry, never invented.</summary>
internal static class GeoJson
{
    public const string ContentType = "application/geo+json";

    private const int Buffer = 32 * 1024;

    public static IResult Of<T>(IEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, Func<T, string> id, Func<T, GeoPoint?> place) =>
        new Layer<T>(rows, columns, id, place);

    private sealed class Layer<T>(IEnumerable<T> rows, IReadOnlyList<ExportColumn<T>> columns, Func<T, string> id, Func<T, GeoPoint?> place) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
            var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            response.ContentType = ContentType;
            await using var writer = new Utf8JsonWriter(response.Body, new JsonWriterOptions { Encoder = json.Encoder });
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");
            foreach (var row in rows)
            {
                WriteFeature(writer, row);
                if (writer.BytesPending >= Buffer)
                {
                    await writer.FlushAsync(ct);
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteFeature(Utf8JsonWriter writer, T row)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WriteString("id", id(row));
            WriteGeometry(writer, place(row));
            writer.WriteStartObject("properties");
            foreach (var column in columns)
            {
                writer.WritePropertyName(column.Name);
                WriteValue(writer, column.Value(row));
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        private static void WriteGeometry(Utf8JsonWriter writer, GeoPoint? place)
        {
            if (place is not { } point)
            {
                writer.WriteNull("geometry");
                return;
            }

            writer.WriteStartObject("geometry");
            writer.WriteString("type", "Point");
            writer.WriteStartArray("coordinates");
            writer.WriteNumberValue(point.Longitude);
            writer.WriteNumberValue(point.Latitude);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private static void WriteValue(Utf8JsonWriter writer, object? value)
        {
            switch (value)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case int number:
                    writer.WriteNumberValue(number);
                    break;
                case double number:
                    writer.WriteNumberValue(number);
                    break;
                case DateOnly day:
                    writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                case IEnumerable<string> texts:
                    writer.WriteStartArray();
                    foreach (var text in texts)
                    {
                        writer.WriteStringValue(text);
                    }

                    writer.WriteEndArray();
                    break;
                default:
                    throw new NotSupportedException($"A column holds a {value.GetType().Name}.");
            }
        }
    }
}
