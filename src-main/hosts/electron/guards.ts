import { origin } from '../../system/serve-renderer.ts';
import type { HostContents, HostSession, InvokeEvent, Preventable } from './electron-api.ts';

const prevent = (event: Preventable): void => event.preventDefault();

/** 画面の守り: the page stays where it was put. It goes nowhere, opens nothing and takes nothing in. */
export function guardContents(contents: HostContents): void {
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * 通信と権限の守り: every permission and device is denied, nothing is downloaded, and a request for anything but our own
 * origin is cancelled. Developer tools load their own pages, where they exist.
 */
export function guardSession(session: HostSession, isPackaged: boolean): void {
  const allowed = [`${origin}/`, 'data:', ...(isPackaged ? [] : ['devtools:'])];
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', prevent);
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !allowed.some((start) => request.url.startsWith(start)) }),
  );
}

/** 送り主の確かめ: our own window's main frame, still showing our own origin; a frame that has gone is nobody. */
export function isOurPage(event: InvokeEvent, contents: unknown): boolean {
  const frame = event.senderFrame;
  if (event.sender !== contents || frame === null) return false;
  return frame.parent === null && !frame.detached && frame.origin === origin;
}
