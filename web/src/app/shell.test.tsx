import { screen, waitFor, within } from '@testing-library/react';
import { fakeHost, problem } from '@/testing/fake-host';
import { openPage } from '@/testing/open-page';

const SET = 'POST /plugins/assistant/set_language';

describe('the house', () => {
  it('ShowsOnlyPagesThatExist', async () => {
    fakeHost();
    openPage();
    const pages = within(await screen.findByRole('navigation', { name: 'Páginas' }));
    expect(pages.getAllByRole('link').map((link) => link.textContent)).toEqual(['Hoje', 'Conversa']);
    expect(pages.getByRole('link', { name: 'Conversa' })).toHaveAttribute('aria-current', 'page');
  });

  it('SpeaksTheLanguageOfThePerson', async () => {
    fakeHost().me.language = 'en';
    openPage();
    expect(await screen.findByText('Say it your way; I note, schedule and remind.')).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
  });

  it('ChangesTheLanguageThroughTheFunction', async () => {
    const host = fakeHost().on(SET, () => ((host.me.language = 'en'), Response.json({})));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'English' }));
    expect(await screen.findByRole('link', { name: 'Conversation' })).toBeVisible();
    await waitFor(() => expect(host.to(SET)[0]?.body).toEqual({ language: 'en' }));
  });

  it('GoesBackToTheOldLanguageAndSaysSoWhenTheHostRefuses', async () => {
    fakeHost().on(SET, problem(503, 'unavailable', 'Sem banco de dados.'));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'English' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('O idioma não mudou: Sem banco de dados.');
    expect(screen.getByRole('link', { name: 'Conversa' })).toBeVisible();
  });

  it('TurnsDarkAndRemembersIt', async () => {
    fakeHost();
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Tema: do sistema' }));
    expect(document.documentElement.dataset.theme).toBe('light');
    await user.click(screen.getByRole('button', { name: 'Tema: claro' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('tbos.preferences')).toContain('"theme":"dark"');
  });
});
