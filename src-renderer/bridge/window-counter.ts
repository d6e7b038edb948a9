/** 橋 (bridge): the one thing a host puts into the window; one function, two strings. */
export type CounterBridge = { readonly invoke: (method: string, json: string) => Promise<string> };

declare global {
  interface Window {
    readonly counter?: CounterBridge;
  }
}
