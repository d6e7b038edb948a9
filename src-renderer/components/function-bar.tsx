import {
  effectiveKeys,
  type FunctionKey,
  type FunctionKeyName,
  functionKeyNames,
  narrowKeys,
  pressFunctionKey,
  useKeyBar,
} from '../keyboard/function-keys.ts';
import { FunctionKeyButton } from './function-key-button.tsx';

const groups = [functionKeyNames.slice(0, 4), functionKeyNames.slice(4, 8), functionKeyNames.slice(8)] as const;
const imeKeys: ReadonlySet<FunctionKeyName> = new Set(['F6', 'F7', 'F8', 'F9', 'F10']);

/** ファンクションキーの帯: mirrors the keyboard in groups of four; an unused key keeps its place as a grey cap. */
export function FunctionBar() {
  const layers = useKeyBar((bar) => bar.layers);
  const composing = useKeyBar((bar) => bar.composing);
  const reason = useKeyBar((bar) => bar.reason);
  const keys = effectiveKeys(layers);
  const narrow = narrowKeys(layers);
  return (
    <nav className="function-bar" aria-label="ファンクションキー">
      {groups.map((names) => (
        <div className="function-group" key={names[0]}>
          {names.map((name) => (
            <Slot key={name} name={name} face={keys[name]} wide={!narrow.includes(name)} composing={composing} />
          ))}
        </div>
      ))}
      {composing && <span className="function-composing">変換中</span>}
      <div role="status" className={reason === null ? 'visually-hidden' : 'function-reason'}>
        {reason}
      </div>
    </nav>
  );
}

type SlotProps = {
  readonly name: FunctionKeyName;
  readonly face: FunctionKey | undefined;
  readonly wide: boolean;
  readonly composing: boolean;
};

function Slot({ name, face, wide, composing }: SlotProps) {
  const className = `function-slot ${wide ? 'function-slot-wide' : ''} ${face === undefined ? 'function-slot-unused' : ''}`;
  const lent = composing && imeKeys.has(name);
  return (
    <div className={className}>
      {face === undefined ? (
        <span className="key-cap key-cap-unused" aria-hidden="true">
          {name}
        </span>
      ) : (
        <FunctionKeyButton
          name={name}
          face={lent ? { ...face, disabledReason: '変換中は日本語入力が使います。' } : face}
          onPress={() => pressFunctionKey(name)}
        />
      )}
    </div>
  );
}
