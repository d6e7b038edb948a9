import { createContext } from 'react';

/** 見えているか: false for a screen that is kept behind the lock; its keys and dialogs then stand still. */
export const Shown = createContext(true);
