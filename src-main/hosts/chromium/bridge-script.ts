/** 橋の名前: the raw binding that a call goes out by, and the function that its answer comes back by. */
export const bindingName = 'madoguchiSend';
export const answerName = 'madoguchiAnswer';

/**
 * 橋 (bridge): runs in the page before anything else. It leaves `window.counter.invoke(method, json)` and nothing more to
 * be called by the screens; each call carries a number, and its answer settles the promise of that number once.
 */
export const bridgeScript = `(() => {
  const send = window.${bindingName};
  const waiting = new Map();
  let last = 0;
  delete window.${bindingName};
  Object.defineProperty(window, '${answerName}', {
    value: (call, json) => { const settle = waiting.get(call); waiting.delete(call); settle?.(json); },
  });
  const invoke = (method, json) => new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    send(JSON.stringify([last, String(method), String(json)]));
  });
  Object.defineProperty(window, 'counter', { value: Object.freeze({ invoke }) });
})();`;
