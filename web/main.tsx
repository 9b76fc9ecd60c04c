import './ui/styles/fonts.css';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import './ui/styles/tables.css';
import './ui/styles/shell.css';
import './ui/styles/charts.css';
import './ui/styles/public.css';
import './ui/styles/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { initialLanguage, LanguageProvider } from './i18n/language.tsx';
import { setRouter } from './router.ts';
import { makeRouter } from './routes.tsx';

// Before the first paint, so that nothing is laid out in the wrong direction.
const language = initialLanguage();
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';

const router = makeRouter();
setRouter(router);
const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
