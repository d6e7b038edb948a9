import { serveRenderer } from '../../system/serve-renderer.ts';
import type { HostSession } from './electron-api.ts';

/** 画面を出す: one file of the built renderer with its content policy in the header; anything else is a network error. */
export function answerRequest(
  rendererFolder: string,
  request: { readonly url: string; readonly method: string },
): Response {
  const served = serveRenderer(rendererFolder, request.url, request.method);
  if (served === null) return Response.error();
  return new Response(new Uint8Array(served.body), { headers: { ...served.headers } });
}

/**
 * 出どころを作る: `https` in this session means the built renderer and nothing else, so that both window hosts have the
 * same origin, the same secure context and the same policy. The two other schemes that could reach out answer nothing.
 */
export function serveOurOrigin(session: HostSession, rendererFolder: string): void {
  session.protocol.handle('https', (request) => answerRequest(rendererFolder, request));
  session.protocol.handle('http', () => Response.error());
  session.protocol.handle('file', () => Response.error());
}
