using Maillage.Shared;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Maillage.Data;

/// <summary>SQLite gives instants back without a kind and Npgsql insists on UTC: every instant is UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => instant.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));

internal sealed class UaiConverter() : ValueConverter<Uai, string>(uai => uai.Value, text => Uai.Parse(text));

internal sealed class SirenConverter() : ValueConverter<Siren, string>(siren => siren.Value, text => Siren.Parse(text));

internal sealed class SiretConverter() : ValueConverter<Siret, string>(siret => siret.Value, text => Siret.Parse(text));

internal sealed class InseeCodeConverter() : ValueConverter<InseeCode, string>(code => code.Value, text => InseeCode.Parse(text));

/// <summary>Enumerations are stored in their written form, so that the database can be read without the code.</summary>
internal sealed class EnumCodeConverter<T>() : ValueConverter<T, string>(value => value.ToCode(), code => Read(code))
    where T : struct, Enum
{
    private static T Read(string code) =>
        EnumCode.TryParse<T>(code, out var value) ? value : throw new FormatException($"'{code}' is no {typeof(T).Name}.");
}

internal static class EnumCodeConverter
{
    private const int MaxLength = 40;

    public static void Apply(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (!type.IsEnum)
        {
            return;
        }

        property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumCodeConverter<>).MakeGenericType(type))!);
        property.SetMaxLength(MaxLength);
    }
}
