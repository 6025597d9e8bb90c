using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Data;

namespace TbPersonalOs.Plugins;

/// <summary>
/// A time in a call or a view: a day (<c>2026-12-05</c>), a wall time in the person's zone (<c>2026-11-24T09:00</c>), or either with an
/// offset (<c>2026-11-24T09:00-03:00</c>).
/// </summary>
[JsonConverter(typeof(MomentJson))]
[TypeConverter(typeof(MomentText))]
public readonly record struct Moment(LocalDateTime Local, bool HasTime, Offset? Offset = null)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>The day.</summary>
    public LocalDate Date => Local.Date;

    /// <summary>A whole day.</summary>
    public static Moment OfDay(LocalDate day) => new(day.AtMidnight(), false);

    /// <summary>The stored time, as the person said it.</summary>
    public static Moment Of(SpokenTime time) => new(LocalDateTime.FromDateTime(time.Local), time.HasTime);

    /// <summary>Reads the ISO form; false where it is none, or of a year in which nobody plans: counting on or back from the ends of the calendar would fall off.</summary>
    public static bool TryParse(string? text, out Moment moment) => TryRead(text, out moment) && moment.Date.Year is >= 1900 and < 2200;

    private static bool TryRead(string? text, out Moment moment)
    {
        text = text?.Trim() ?? "";
        if (Day.Parse(text) is { Success: true } day)
        {
            moment = OfDay(day.Value);
            return true;
        }

        if ((Minute.Parse(text) is { Success: true } minute ? minute : Second.Parse(text)) is { Success: true } local)
        {
            moment = new Moment(local.Value, true);
            return true;
        }

        if (text.Length > 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant))
        {
            moment = new Moment(LocalDateTime.FromDateTime(instant.DateTime), true, NodaTime.Offset.FromTimeSpan(instant.Offset));
            return true;
        }

        moment = default;
        return false;
    }

    /// <summary>The instant and the wall time to store. A wall time that the zone skips moves forward by the gap; of two, the first counts.</summary>
    public SpokenTime In(DateTimeZone zone, bool floats = true)
    {
        var zoned = Offset is { } offset
            ? Local.WithOffset(offset).InZone(zone)
            : zone.AtLeniently(Local);
        return new SpokenTime
        {
            Local = zoned.LocalDateTime.ToDateTimeUnspecified(),
            Zone = zone.Id,
            HasTime = HasTime,
            Floats = floats && Offset is null,
            At = zoned.ToInstant().ToDateTimeOffset(),
        };
    }

    /// <inheritdoc />
    public override string ToString() => (HasTime ? Minute.Format(Local) : Day.Format(Local.Date)) + Offset?.ToString("+HH:mm", CultureInfo.InvariantCulture);
}

internal sealed class MomentJson : JsonConverter<Moment>
{
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Moment.TryParse(reader.GetString(), out var moment)
            ? moment
            : throw new JsonException("A time is written as 2026-12-05 or 2026-11-24T09:00.");

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class MomentText : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Moment.TryParse(value as string, out var moment)
            ? moment
            : throw new FormatException("A time is written as 2026-12-05 or 2026-11-24T09:00.");
}
