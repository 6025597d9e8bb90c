namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// What a reading took for granted, so that a card can offer the other one. Moved: the clocks skip that hour, so it is as much later as
/// they skip. FirstOfTwo: the clocks show that hour twice. Vague: nobody said how much ("daqui a pouco").
/// </summary>
internal enum Assumed { Afternoon, NextDay, NextMonth, NextYear, NextWeek, HourOfPart, DefaultHour, Moved, FirstOfTwo, Vague }
