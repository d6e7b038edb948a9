import { identityConfirmed } from './identity.ts';
import type { Policy } from './policy.ts';
import type { Route, VisitFacts } from './visit.ts';

/** 即日か照会か (I1–I3): null while it is not known who stands at the counter. */
export function routeOf(visitor: VisitFacts['visitor'], policy: Policy): Route | null {
  switch (visitor.capacity) {
    case null:
      return null;
    case 'holder':
      return identityConfirmed(visitor.documents, policy) ? 'sameDay' : 'inquiry';
    case 'statutoryRepresentative':
      return policy.settings.sameDayForStatutoryRepresentative ? 'sameDay' : 'inquiry';
    case 'agent':
      return 'inquiry';
  }
}
