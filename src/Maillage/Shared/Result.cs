using System.Diagnostics.CodeAnalysis;

namespace Maillage.Shared;

/// <summary>Outcome of an operation that a person can make fail: done, or the problem met.</summary>
public readonly record struct Result(Problem? Problem)
{
    public static Result Ok => default;

    [MemberNotNullWhen(true, nameof(Problem))]
    public bool Failed => Problem is not null;

    public static implicit operator Result(Problem problem) => new(problem);
}

/// <summary>Outcome that carries a value when it succeeds.</summary>
public readonly record struct Result<T>
{
    private Result(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public Problem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Problem))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Failed => Problem is not null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
