import { emptyForm } from '../screens/receive/typed.ts';
import { receptionStore } from './reception-slice.ts';

/** 受付 (F3): its form and its draft. */
export const useReceive = receptionStore('receive', emptyForm);
