using System.Collections.Frozen;
using System.Text;
using Maillage.Shared;

namespace Maillage.Web.Api;

/// <summary>Every way in which the API refuses: its stable code and its HTTP status. The sentences are in <c>Resources/Api.resx</c>.</summary>
public static class ApiProblems
{
    public const string UnknownParameter = "api.parameter.unknown";
    public const string RepeatedParameter = "api.parameter.repeated";
    public const string NotText = "api.parameter.not_text";
    public const string TooLong = "api.parameter.too_long";
    public const string BadDate = "api.parameter.bad_date";
    public const string BadCode = "api.parameter.bad_code";
    public const string BadPoint = "api.parameter.bad_point";
    public const string OutOfRange = "api.parameter.out_of_range";
    public const string UnknownValue = "api.parameter.unknown_value";
    public const string Requires = "api.parameter.requires";
    public const string Excludes = "api.parameter.excludes";
    public const string NothingAsked = "api.parameter.nothing_asked";
    public const string UnknownCampus = "api.campus.unknown";
    public const string UnknownOrganisation = "api.organisation.unknown";
    public const string KeyMissing = "api.key.missing";
    public const string InvalidOrganisation = "api.organisation.invalid";
    public const string OrganisationChanged = "api.organisation.changed";
    public const string UnknownQualification = "api.qualification.unknown";
    public const string UnknownOccupation = "api.occupation.unknown";
    public const string UnknownAddress = "api.address.unknown";
    public const string AddressTooLong = "api.address.too_long";
    public const string MethodNotAllowed = "api.method.not_allowed";
    public const string TooManyRequests = "api.rate.exceeded";
    public const string BadRequest = "api.request.bad";
    public const string RequestTooLarge = "api.request.too_large";
    public const string Failure = "api.failure";

    public static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [UnknownParameter] = StatusCodes.Status400BadRequest,
        [RepeatedParameter] = StatusCodes.Status400BadRequest,
        [NotText] = StatusCodes.Status400BadRequest,
        [TooLong] = StatusCodes.Status400BadRequest,
        [BadDate] = StatusCodes.Status400BadRequest,
        [BadCode] = StatusCodes.Status400BadRequest,
        [BadPoint] = StatusCodes.Status400BadRequest,
        [OutOfRange] = StatusCodes.Status400BadRequest,
        [UnknownValue] = StatusCodes.Status400BadRequest,
        [Requires] = StatusCodes.Status400BadRequest,
        [Excludes] = StatusCodes.Status400BadRequest,
        [NothingAsked] = StatusCodes.Status400BadRequest,
        [UnknownCampus] = StatusCodes.Status404NotFound,
        [UnknownOrganisation] = StatusCodes.Status404NotFound,
        [KeyMissing] = StatusCodes.Status401Unauthorized,
        [InvalidOrganisation] = StatusCodes.Status400BadRequest,
        [OrganisationChanged] = StatusCodes.Status409Conflict,
        [UnknownQualification] = StatusCodes.Status404NotFound,
        [UnknownOccupation] = StatusCodes.Status404NotFound,
        [UnknownAddress] = StatusCodes.Status404NotFound,
        [AddressTooLong] = StatusCodes.Status414UriTooLong,
        [MethodNotAllowed] = StatusCodes.Status405MethodNotAllowed,
        [TooManyRequests] = StatusCodes.Status429TooManyRequests,
        [BadRequest] = StatusCodes.Status400BadRequest,
        [RequestTooLarge] = StatusCodes.Status413PayloadTooLarge,
        [Failure] = StatusCodes.Status500InternalServerError,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The problem that stands for a status which no endpoint explained.</summary>
    public static ApiProblem OfStatus(int status) => new(new Problem(status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => UnknownAddress,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status414UriTooLong => AddressTooLong,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status431RequestHeaderFieldsTooLarge => RequestTooLarge,
        >= 500 => Failure,
        _ => BadRequest,
    }));
}

/// <summary>A problem with what the caller sent, to be answered as RFC 9457 describes.</summary>
public sealed record ApiProblem(Problem Problem)
{
    private const int MaxLength = 100;

    public int Status => ApiProblems.Statuses[Problem.Code];

    /// <summary>What the caller wrote.</summary>
    public string? Value { get; init => field = value is null ? null : Bounded(value); }

    /// <summary>What would have been accepted, when that is a short list.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Number under which the logs hold a failure.</summary>
    public string? Reference { get; init; }

    /// <summary>Text of a caller, cut to what an answer may repeat, without halves of characters.</summary>
    public static string Bounded(string text)
    {
        var bounded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (bounded.Length + rune.Utf16SequenceLength > MaxLength)
            {
                return bounded.Append('…').ToString();
            }

            bounded.Append(rune);
        }

        return bounded.ToString();
    }
}
