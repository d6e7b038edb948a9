import { useContext, useEffect, useId, useRef } from 'react';
import { create } from 'zustand';
import { Shown } from '../components/shown.ts';

export const functionKeyNames = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12'] as const;
export type FunctionKeyName = (typeof functionKeyNames)[number];

/** ファンクションキー: its words on the bar, what it does, and why it cannot yet. */
export type FunctionKey = {
  readonly label: string;
  readonly act: () => void;
  /** F11 alone: the one act that writes */
  readonly main?: boolean;
  /** a main key with something left is dashed; pressing it still calls `act`, which goes to the first thing missing */
  readonly remaining?: number | undefined;
  /** instead of あとN つ, e.g. 停止中 */
  readonly waitingWord?: string | undefined;
  readonly disabledReason?: string | undefined;
  readonly current?: boolean;
};
export type FunctionKeys = Partial<Readonly<Record<FunctionKeyName, FunctionKey | undefined>>>;

/** 重なりの順: what lies above hides the same key of what lies below. */
export const layerLevels = { frame: 0, screen: 1, part: 2, dialog: 3, lock: 4, help: 5 } as const;
export type LayerLevel = keyof typeof layerLevels;

export type KeyLayer = {
  readonly id: string;
  readonly level: LayerLevel;
  /** hides every key of the layers below */
  readonly alone: boolean;
  readonly keys: FunctionKeys;
  /** keys that stay on the bar in one column; F1, F8, F11 and F12 unless told otherwise */
  readonly narrow: readonly FunctionKeyName[] | null;
};

type KeyBar = {
  readonly layers: readonly KeyLayer[];
  readonly composing: boolean;
  /** why a key that was pressed does nothing now */
  readonly reason: string | null;
  readonly put: (layer: KeyLayer) => void;
  readonly drop: (id: string) => void;
  readonly setComposing: (composing: boolean) => void;
  readonly say: (reason: string | null) => void;
};

export const useKeyBar = create<KeyBar>()((set) => ({
  layers: [],
  composing: false,
  reason: null,
  put: (layer) => set((bar) => ({ layers: [...bar.layers.filter((each) => each.id !== layer.id), layer] })),
  drop: (id) => set((bar) => ({ layers: bar.layers.filter((each) => each.id !== id) })),
  setComposing: (composing) => set({ composing }),
  say: (reason) => set({ reason }),
}));

type LayerOptions = {
  readonly level?: LayerLevel;
  readonly alone?: boolean;
  readonly narrow?: readonly FunctionKeyName[];
};

/**
 * 画面のファンクションキー: while mounted and shown, these keys stand on the bar and act. `act` may be a new function at
 * each rendering; the newest one is called.
 */
export function useFunctionKeys(keys: FunctionKeys, options: LayerOptions = {}): void {
  const id = useId();
  const shown = useContext(Shown);
  const newest = useRef(keys);
  const { level = 'screen', alone = false, narrow } = options;
  const face = JSON.stringify([keys, level, alone, narrow, shown]);

  useEffect(() => {
    newest.current = keys;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `face` stands for all that the bar shows; acts are read when pressed.
  useEffect(() => {
    if (!shown) return;
    useKeyBar.getState().put({ id, level, alone, narrow: narrow ?? null, keys: actingThrough(newest.current, newest) });
    return () => useKeyBar.getState().drop(id);
  }, [id, face]);
}

function actingThrough(keys: FunctionKeys, newest: { readonly current: FunctionKeys }): FunctionKeys {
  const through: { [name in FunctionKeyName]?: FunctionKey } = {};
  for (const name of functionKeyNames) {
    const key = keys[name];
    if (key !== undefined) through[name] = { ...key, act: () => newest.current[name]?.act() };
  }
  return through;
}

/** いま効くキー: the layers laid over each other. */
export function effectiveKeys(layers: readonly KeyLayer[]): FunctionKeys {
  const merged: { [name in FunctionKeyName]?: FunctionKey | undefined } = {};
  for (const layer of standing(layers)) Object.assign(merged, layer.keys);
  return merged;
}

/** 一列のときに残るキー。 */
export function narrowKeys(layers: readonly KeyLayer[]): readonly FunctionKeyName[] {
  const named = standing(layers).filter((layer) => layer.narrow !== null);
  return named.at(-1)?.narrow ?? ['F1', 'F8', 'F11', 'F12'];
}

function standing(layers: readonly KeyLayer[]): readonly KeyLayer[] {
  const ordered = [...layers].sort((one, other) => layerLevels[one.level] - layerLevels[other.level]);
  const from = ordered.findLastIndex((layer) => layer.alone);
  return from < 0 ? ordered : ordered.slice(from);
}

/** キーを押す: acts, or says why it cannot; used by the keyboard and by the bar's own buttons. */
export function pressFunctionKey(name: FunctionKeyName): void {
  const { layers, say } = useKeyBar.getState();
  const key = effectiveKeys(layers)[name];
  if (key === undefined) return;
  if (key.disabledReason !== undefined) {
    say(`${name} ${key.label}: ${key.disabledReason}`);
    return;
  }
  say(null);
  key.act();
}
