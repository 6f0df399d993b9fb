using System.Net;
using System.Text.Json;
using Sylvan.Data.Csv;
using Xunit;

namespace Maillage.Web.Tests.Api;

/// <summary>What tests read of an answer.</summary>
internal static class Answers
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The JSON of an answer that must be 200.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {response.StatusCode}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>The problem of an answer that must be refused with a status.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpClient client, string path, HttpStatusCode status, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        using var response = await client.SendAsync(request, Ct);
        return await response.ProblemAsync(status);
    }

    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.Text("detail"));
        Assert.NotEmpty(problem.Text("title"));
        Assert.EndsWith("#" + problem.Text("code"), problem.Text("type"), StringComparison.Ordinal);
        return problem;
    }

    public static string Text(this JsonElement json, string member) => json.GetProperty(member).GetString()!;

    public static IReadOnlyList<JsonElement> Items(this JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    public static IReadOnlyList<string> Slugs(this JsonElement list) => [.. list.Items().Select(item => item.Text("slug"))];

    /// <summary>The rows of a table, by the names of its columns.</summary>
    public static async Task<List<Dictionary<string, string>>> CsvAsync(this HttpClient client, string path)
    {
        using var text = new StringReader(await client.GetStringAsync(path, Ct));
        await using var csv = await CsvDataReader.CreateAsync(text);
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync(Ct))
        {
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString, StringComparer.Ordinal));
        }

        return rows;
    }
}
