/** 書き出しの仕事: one export that is on its way. */
export type ExportJob = {
  readonly total: number;
  /** days read so far */
  readonly days: () => number;
  readonly advance: (days: number) => void;
  /** called once at the most, by who cancels or where the program ends */
  readonly whenStopped: (stop: (why: 'cancelled' | 'programEnds') => void) => void;
  /** true from the moment at which somebody cancelled it */
  readonly isStopped: () => boolean;
  /** from here on it is too late to stop */
  readonly end: () => void;
};

/** 書き出しの仕事たち: those that are on their way, by the number that the caller gave. */
export type ExportJobs = {
  /** null where the number is taken */
  readonly begin: (id: string | null, total: number) => ExportJob | null;
  readonly progress: (id: string) => { readonly days: number; readonly total: number } | null;
  readonly cancel: (id: string) => boolean;
  /** the program ends: each leaves nothing behind, and says so in the ledger before that is closed */
  readonly stopAll: () => void;
};

export function createExportJobs(): ExportJobs {
  type Running = {
    readonly id: string | null;
    readonly job: ExportJob;
    readonly stop: (why: 'cancelled' | 'programEnds') => void;
  };
  const running = new Set<Running>();
  const named = (id: string): Running | undefined => [...running].find((each) => each.id === id);
  return {
    begin: (id, total) => {
      if (id !== null && named(id) !== undefined) return null;
      let [days, stopped] = [0, false];
      let whenStopped: (why: 'cancelled' | 'programEnds') => void = () => undefined;
      const job: ExportJob = {
        total,
        days: () => days,
        advance: (done) => {
          days = done;
        },
        whenStopped: (stop) => {
          whenStopped = stop;
        },
        isStopped: () => stopped,
        end: () => {
          running.delete(entry);
        },
      };
      const entry: Running = {
        id,
        job,
        stop: (why) => {
          if (stopped) return;
          stopped = true;
          whenStopped(why);
        },
      };
      running.add(entry);
      return job;
    },
    progress: (id) => {
      const found = named(id)?.job;
      return found === undefined ? null : { days: found.days(), total: found.total };
    },
    cancel: (id) => {
      const found = named(id);
      found?.stop('cancelled');
      return found !== undefined;
    },
    stopAll: () => {
      for (const each of [...running]) each.stop('programEnds');
    },
  };
}
