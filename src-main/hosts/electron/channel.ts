/** 橋の名前: the one channel between the preload script and the main process. */
export const channel = 'counter:invoke';
