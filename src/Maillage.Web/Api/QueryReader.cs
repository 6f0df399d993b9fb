using System.Net;
using System.Text;
using System.Text.Unicode;
using Maillage.Network.Register;
using Maillage.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Maillage.Web.Api;

/// <summary>
/// Reads a query string by the parameters that its endpoint declares. What is not declared, given twice or not understood is
/// refused: a misspelt filter that answered everything would be believed.
/// </summary>
internal static class QueryReader
{
    /// <summary>More would be unreadable in an error.</summary>
    private const int FewChoices = 40;

    public static (QueryValues Values, ApiProblem? Problem) Read(HttpRequest request, IReadOnlyList<QueryParameter> allowed, NetworkRegister register)
    {
        var values = new QueryValues();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (!IsUtf8(pair.EncodedName.Span) || !IsUtf8(pair.EncodedValue.Span))
            {
                return (values, NotText(ApiProblem.Bounded(pair.DecodeName().ToString()), pair.DecodeValue().ToString()));
            }
        }

        foreach (var (name, texts) in request.Query)
        {
            if (allowed.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)) is not { } parameter)
            {
                return (values, Unknown(name, allowed));
            }

            if (Read(parameter, texts, register, values) is { } problem)
            {
                return (values, problem);
            }
        }

        return (values, null);
    }

    private static ApiProblem Unknown(string name, IReadOnlyList<QueryParameter> allowed) =>
        new(new Problem(ApiProblems.UnknownParameter, ApiProblem.Bounded(name)) { Field = ApiProblem.Bounded(name) })
        {
            Allowed = [.. allowed.Select(parameter => parameter.Name)],
        };

    private static ApiProblem? Read(QueryParameter parameter, StringValues texts, NetworkRegister register, QueryValues values)
    {
        var typed = texts.ToString();
        if (texts.Count > 1)
        {
            return new ApiProblem(new Problem(ApiProblems.RepeatedParameter, parameter.Name) { Field = parameter.Name }) { Value = typed };
        }

        if (!IsText(typed))
        {
            return NotText(parameter.Name, typed);
        }

        var text = typed.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var (value, problem) = parameter.Read(text, register);
        if (problem is not null)
        {
            return new ApiProblem(problem)
            {
                Value = typed,
                Allowed = parameter.Choices(register) is { Count: > 0 and <= FewChoices } choices ? choices : null,
            };
        }

        values.Set(parameter, value);
        return null;
    }

    private static ApiProblem NotText(string name, string value) => new(new Problem(ApiProblems.NotText, name) { Field = name }) { Value = value };

    /// <summary>Whether the bytes that a percent-encoded text stands for are UTF-8; decoding would leave the others as they are.</summary>
    private static bool IsUtf8(ReadOnlySpan<char> encoded) =>
        !encoded.Contains('%') || (Encoding.UTF8.GetBytes(encoded.ToString()) is var bytes && Utf8.IsValid(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)));

    /// <summary>Without control characters nor what stands for what is no character.</summary>
    private static bool IsText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The values of a query, typed as their parameters declare them.</summary>
public sealed class QueryValues
{
    private readonly Dictionary<QueryParameter, object?> _values = [];

    public T Get<T>(QueryParameter<T> parameter) => _values.TryGetValue(parameter, out var value) ? (T)value! : parameter.Absent;

    public bool Has(QueryParameter parameter) => _values.ContainsKey(parameter);

    internal void Set(QueryParameter parameter, object? value) => _values[parameter] = value;
}
