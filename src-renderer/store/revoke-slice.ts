import { emptyRevocation } from '../screens/receive/typed.ts';
import { receptionStore } from './reception-slice.ts';

/** 失効 (F5): its form and its draft. */
export const useRevoke = receptionStore('revoke', emptyRevocation);
