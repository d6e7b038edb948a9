import { FieldsPart } from './fields-part.tsx';
import { MarksPart } from './marks-part.tsx';
import { MessagesPart } from './messages-part.tsx';

/** 窓口台帳の部品: every part in every state on one page, to be looked at and to be tested. */
export function PartsPage({ onDocument }: { readonly onDocument?: (code: string) => void }) {
  return (
    <main className="parts-page h-dvh overflow-auto p-6">
      <h1 className="task-title mb-4">窓口台帳の部品</h1>
      <div className="grid grid-cols-1 gap-8 xl:grid-cols-3">
        <MarksPart />
        <FieldsPart {...(onDocument === undefined ? {} : { onDocument })} />
        <MessagesPart />
      </div>
    </main>
  );
}
