import '@patternfly/react-core/dist/styles/base.css';
import './theme.css';
import '@/lib/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { App } from './App';
import { createQueryClient } from './queryClient';
import { routes } from './routes';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} router={createBrowserRouter(routes)} />
  </StrictMode>,
);
