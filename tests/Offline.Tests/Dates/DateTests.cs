using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Tests;

/// <summary>What a time expression alone comes to, said on Monday 2026-11-23 at 09:00 in São Paulo.</summary>
public sealed class DateTests
{
    private static readonly TimeContext Now = TimeContext.Read("2026-11-23T09:00:00-03:00", "America/Sao_Paulo")!;

    private static string Read(string text, TimeContext? context = null)
    {
        var choice = new TimeChoice(Speech.Read(text, context ?? Now).Times);
        return choice.When is not { } when ? "none"
            : when.LastDay is { } last && when.Day is { } first ? $"{Moments.Of(first)}..{Moments.Of(last)}"
            : Resolve.Moment(when, context ?? Now) is { } moment ? moment.Moment + (when.Recurrence is { } repeat ? " " + repeat.Rule : "") + (when.EndClock is { } end ? ".." + Moments.Of(Resolve.Hour(when with { Clock = end }, out _)!.Value) : "")
            : when.Minutes is { } minutes ? $"{minutes} min" : "none";
    }

    [Theory]
    [InlineData("hoje", "2026-11-23")]
    [InlineData("hj", "2026-11-23")]
    [InlineData("amanha", "2026-11-24")]
    [InlineData("depois de amanhã", "2026-11-25")]
    [InlineData("ontem", "2026-11-22")]
    [InlineData("anteontem", "2026-11-21")]
    [InlineData("quinta", "2026-11-26")]
    [InlineData("quinta-feira", "2026-11-26")]
    [InlineData("segunda", "2026-11-30")]
    [InlineData("sexta que vem", "2026-12-04")]
    [InlineData("próxima terça", "2026-11-24")]
    [InlineData("domingo passado", "2026-11-22")]
    [InlineData("dia 5", "2026-12-05")]
    [InlineData("dia 23", "2026-11-23")]
    [InlineData("dia 31", "2026-12-31")]
    [InlineData("24/12", "2026-12-24")]
    [InlineData("24/12/2027", "2027-12-24")]
    [InlineData("10/01", "2027-01-10")]
    [InlineData("24 de dezembro", "2026-12-24")]
    [InlineData("1º de março", "2027-03-01")]
    [InlineData("29 de fevereiro", "2028-02-29")]
    [InlineData("2026-12-05", "2026-12-05")]
    [InlineData("daqui a 3 dias", "2026-11-26")]
    [InlineData("em duas semanas", "2026-12-07")]
    [InlineData("daqui a um mês", "2026-12-23")]
    [InlineData("semana que vem", "2026-11-30..2026-12-06")]
    [InlineData("esta semana", "2026-11-23..2026-11-29")]
    [InlineData("fim de semana", "2026-11-28..2026-11-29")]
    [InlineData("mês que vem", "2026-12-01..2026-12-31")]
    [InlineData("de segunda a sexta", "2026-11-30..2026-12-04")]
    [InlineData("de 20 a 24 de dezembro", "2026-12-20..2026-12-24")]
    [InlineData("últimos 7 dias", "2026-11-16..2026-11-23")]
    [InlineData("tomorrow", "2026-11-24")]
    [InlineData("the day after tomorrow", "2026-11-25")]
    [InlineData("friday", "2026-11-27")]
    [InlineData("next friday", "2026-12-04")]
    [InlineData("on the 5th", "2026-12-05")]
    [InlineData("december 5th", "2026-12-05")]
    [InlineData("5th of december", "2026-12-05")]
    [InlineData("in 3 days", "2026-11-26")]
    [InlineData("next week", "2026-11-30..2026-12-06")]
    public void ADayIsFound(string text, string day) => Assert.Equal(day, Read(text));

    [Theory]
    [InlineData("às 9", "2026-11-24T09:00")]
    [InlineData("às 10", "2026-11-23T10:00")]
    [InlineData("amanhã 14h", "2026-11-24T14:00")]
    [InlineData("amanhã às 9h30", "2026-11-24T09:30")]
    [InlineData("9:30 de amanhã", "2026-11-24T09:30")]
    [InlineData("amanhã às 5", "2026-11-24T17:00")]
    [InlineData("amanhã às 5 da manhã", "2026-11-24T05:00")]
    [InlineData("amanhã às 05:00", "2026-11-24T05:00")]
    [InlineData("amanhã às 8 da noite", "2026-11-24T20:00")]
    [InlineData("às 7 da noite de amanhã", "2026-11-24T19:00")]
    [InlineData("hoje ao meio-dia", "2026-11-23T12:00")]
    [InlineData("amanhã ao meio dia e meia", "2026-11-24T12:30")]
    [InlineData("meia-noite", "2026-11-24T00:00")]
    [InlineData("amanhã às sete e meia", "2026-11-24T07:30")]
    [InlineData("quinze para as dez", "2026-11-23T09:45")]
    [InlineData("hoje à noite", "2026-11-23T20:00")]
    [InlineData("amanhã de manhã", "2026-11-24T09:00")]
    [InlineData("amanha as 10", "2026-11-24T10:00")]
    [InlineData("seg às 8h", "2026-11-30T08:00")]
    [InlineData("daqui a 20 minutos", "2026-11-23T09:20")]
    [InlineData("em 2 horas", "2026-11-23T11:00")]
    [InlineData("daqui a uma hora e meia", "2026-11-23T10:30")]
    [InlineData("em meia hora", "2026-11-23T09:30")]
    [InlineData("amanhã das 14h às 16h", "2026-11-24T14:00..16:00")]
    [InlineData("das 9 às 11 na quarta", "2026-11-25T09:00..11:00")]
    [InlineData("tomorrow at 9", "2026-11-24T09:00")]
    [InlineData("friday 3pm", "2026-11-27T15:00")]
    [InlineData("tomorrow at half past nine", "2026-11-24T09:30")]
    [InlineData("tomorrow at seven thirty", "2026-11-24T07:30")]
    [InlineData("tomorrow at noon", "2026-11-24T12:00")]
    [InlineData("tonight at 8", "2026-11-23T20:00")]
    [InlineData("in 20 minutes", "2026-11-23T09:20")]
    [InlineData("in an hour and a half", "2026-11-23T10:30")]
    [InlineData("tomorrow from 2 to 4pm", "2026-11-24T14:00..16:00")]
    public void AMomentIsFound(string text, string moment) => Assert.Equal(moment, Read(text));

    [Theory]
    [InlineData("todo dia às 8", "2026-11-24T08:00 FREQ=DAILY")]
    [InlineData("todos os dias às 22:00", "2026-11-23T22:00 FREQ=DAILY")]
    [InlineData("toda segunda", "2026-11-30T09:00 FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("toda terça e quinta às 19h", "2026-11-24T19:00 FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("todo dia 10", "2026-12-10T09:00 FREQ=MONTHLY;BYMONTHDAY=10")]
    [InlineData("todo dia 31", "2026-12-31T09:00 FREQ=MONTHLY;BYMONTHDAY=31")]
    [InlineData("a cada 2 horas", "2026-11-23T11:00 FREQ=HOURLY;INTERVAL=2")]
    [InlineData("dias úteis às 7", "2026-11-24T07:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("todo dia útil às 7", "2026-11-24T07:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("every weekday at 7", "2026-11-24T07:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("every monday and wednesday at 6pm", "2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,WE")]
    [InlineData("every 2 weeks", "2026-11-24T09:00 FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("todo 24 de dezembro às 10h", "2026-12-24T10:00 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24")]
    public void ARepetitionIsFoundWithItsFirstMoment(string text, string rule) => Assert.Equal(rule, Read(text));

    [Theory]
    [InlineData("comprar 3 pães e 2 litros de leite")]
    [InlineData("energia 4")]
    [InlineData("paguei 50 reais no mercado")]
    [InlineData("segunda via do boleto")]
    [InlineData("compra as 3 caixas")]
    [InlineData("ter paciência")]
    [InlineData("you may go")]
    public void NoTimeIsSeenWhereThereIsNone(string text) => Assert.Equal("none", Read(text));

    [Fact]
    public void AnHourThatMayBeEitherSaysWhatWasAssumed()
    {
        var when = new TimeChoice(Speech.Read("amanhã às 5", Now).Times).When!;
        Assert.Equal([Assumed.Afternoon], Resolve.Moment(when, Now)!.Value.Assumptions);
    }

    [Theory]
    [InlineData("2026-12-31T23:50:00-03:00", "America/Sao_Paulo", "em 20 minutos", "2027-01-01T00:10")]
    [InlineData("2026-12-31T12:00:00-03:00", "America/Sao_Paulo", "amanhã às 9", "2027-01-01T09:00")]
    [InlineData("2027-03-14T01:50:00-05:00", "America/New_York", "in 20 minutes", "2027-03-14T03:10")]
    [InlineData("2027-11-07T01:50:00-04:00", "America/New_York", "in 20 minutes", "2027-11-07T01:10-05:00")]
    [InlineData("2026-11-23T09:00:30-03:00", "America/Sao_Paulo", "em 45 segundos", "2026-11-23T09:01:15")]
    public void CountedTimesCrossYearsAndClockChanges(string now, string zone, string text, string moment)
    {
        var context = TimeContext.Read(now, zone)!;
        Assert.Equal(moment, Read(text, context));
    }
}
