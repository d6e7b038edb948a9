import { contextBridge, ipcRenderer } from 'electron';
import { channel } from './channel.ts';

// 橋 (bridge): the only thing that the page sees of this program. One function, two strings out, one string back.
contextBridge.exposeInMainWorld('counter', {
  invoke: (method: unknown, json: unknown): Promise<string> =>
    ipcRenderer.invoke(channel, String(method), String(json)),
});
