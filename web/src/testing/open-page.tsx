import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { App } from '@/app/app';
import { Providers } from '@/app/providers';

/** Opens the whole app at a route, as a browser would, without the waits between tries. */
export function openPage(path = '/') {
  const page = render(
    <MemoryRouter initialEntries={[path]}>
      <Providers pauses={[0, 0, 0]}>
        <App />
      </Providers>
    </MemoryRouter>,
  );
  return { ...page, user: userEvent.setup() };
}
