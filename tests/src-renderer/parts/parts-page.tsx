import { FieldsPart } from './fields-part.tsx';
import { MarksPart } from './marks-part.tsx';
import { MessagesPart } from './messages-part.tsx';
import './parts.css';

/** 窓口台帳の部品: every part in every state on one page, to be looked at and to be tested. */
export function PartsPage({ onDocument }: { readonly onDocument?: (code: string) => void }) {
  return (
    <main className="parts-page">
      <h1 className="task-title">窓口台帳の部品</h1>
      <div className="parts-columns">
        <MarksPart />
        <FieldsPart {...(onDocument === undefined ? {} : { onDocument })} />
        <MessagesPart />
      </div>
    </main>
  );
}
