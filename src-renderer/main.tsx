import './bridge/zod-without-eval.ts';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/main.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the screens');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
