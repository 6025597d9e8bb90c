import { screen, within } from '@testing-library/react';
import type { TaskView } from '@/lib/api/types';
import { fakeHost, problem } from '@/testing/fake-host';
import { openPage } from '@/testing/open-page';
import { receipt, today } from '@/testing/views';

const task = (change: Partial<TaskView>): TaskView => ({
  id: 't',
  title: 'tarefa',
  due: null,
  priority: 'medium',
  done: false,
  overdue: false,
  notes: null,
  ...change,
});

const reminder = (id: string, text: string, due: string) => ({ id, text, due, repeat: null, done: false, isDue: true });

describe('today', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-23T13:30:00Z'), toFake: ['Date'] }));

  it('HangsTheDayOnOneThreadByTheHourWithNowInIt', async () => {
    const host = fakeHost();
    host.today = today({
      events: [
        { id: 'e2', title: 'Dentista', start: '2026-11-23T16:00', end: '2026-11-23T17:00', location: 'Rua Augusta', with: [] },
        { id: 'e0', title: 'Feriado', start: '2026-11-23', end: '2026-11-24', location: null, with: [] },
        { id: 'e1', title: 'Daily', start: '2026-11-23T12:00:00Z', end: '2026-11-23T12:15:00Z', location: null, with: [] },
      ],
      tasks: [task({ id: 't1', title: 'Caminhar', due: '2026-11-23' })],
      reminders: [reminder('r1', 'Ligar', '2026-11-23T11:00'), reminder('r2', 'Regar', '2026-11-22T08:00')],
    });
    openPage('/today');
    expect(await screen.findByRole('heading', { name: 'Bom dia, Thiago' })).toBeVisible();
    const thread = within(await screen.findByRole('region', { name: 'Fio do dia' }));
    expect(thread.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'dia todocompromisso: Feriado',
      '09:00compromisso: Daily',
      '10:30agora',
      '11:00lembrete: Ligar',
      '16:00compromisso: DentistaRua Augusta',
      'sem horatarefa: Caminhar',
      'dom 22/11lembrete: Regar',
    ]);
  });

  it('ShowsWhatIsOverdueAndWhatWasDoneWithTheWayBack', async () => {
    const host = fakeHost();
    host.today = today({ overdue: [task({ title: 'Aluguel', due: '2026-11-05', overdue: true })], lastActions: [receipt()] });
    openPage('/today');
    expect(within(await screen.findByRole('region', { name: 'Atrasadas' })).getByText('qui 05/11')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'O que eu fiz' })).getByRole('button', { name: /^Desfazer/ })).toBeVisible();
  });

  it('SaysThatAnEmptyDayIsFreeAndLeadsToTheConversation', async () => {
    fakeHost();
    const { user } = openPage('/today');
    expect(await screen.findByText('O dia está livre.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Diga o que quer fazer hoje' }));
    expect(await screen.findByRole('textbox', { name: 'Mensagem' })).toBeVisible();
  });

  it('SaysWhyTheDayCouldNotBeOpened', async () => {
    fakeHost().on('GET /api/v1/today', problem(503, 'unavailable', 'O banco de dados não responde.'));
    openPage('/today');
    expect(await screen.findByRole('alert')).toHaveTextContent('O banco de dados não responde.');
  });
});
