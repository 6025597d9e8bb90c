import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app';
import { Providers } from './app/providers';
import { Stumble } from './app/stumble';
import { startWords } from './i18n';
import './styles/index.css';

await startWords();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Stumble>
      <BrowserRouter>
        <Providers>
          <App />
        </Providers>
      </BrowserRouter>
    </Stumble>
  </StrictMode>,
);
