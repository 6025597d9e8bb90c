import { clockIn } from './time';

describe('the clock', () => {
  const clock = clockIn('America/Sao_Paulo', 'pt-BR');

  it('ShowsInstantsInThePersonsZoneAndWallTimesAsTheyAre', () => {
    expect(clock.time('2026-11-24T01:30:00Z')).toBe('22:30');
    expect(clock.time('2026-11-24T09:00')).toBe('09:00');
    expect(clock.time('2026-11-24T09:00+01:00')).toBe('05:00');
    expect(clock.time('2026-12-05')).toBeNull();
  });

  it('KnowsTheDayInThePersonsZone', () => {
    expect(clock.day('2026-11-24T01:30:00Z')).toBe('2026-11-23');
    expect(clock.shortDay('2026-12-05')).toBe('sáb 05/12');
    expect(clock.dayWords('2026-11-23')).toBe('segunda-feira, 23 de novembro');
  });

  it('WritesDayBeforeMonthInEnglishToo', () => {
    expect(clockIn('America/Sao_Paulo', 'en').shortDay('2026-12-05')).toBe('Sat 05/12');
  });

  it('HoldsOnTheMidnightThatDidNotExist', () => {
    expect(clock.day('2018-11-04T03:00:00Z')).toBe('2018-11-04');
    expect(clock.time('2018-11-04T03:00:00Z')).toBe('01:00');
  });
});
