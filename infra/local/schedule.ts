/** A task that runs every so often, never twice at once. One that fails is told and runs again at its next time. */
export interface Schedule {
  /** Runs it now, after a run that is under way. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

export function every(ms: number, task: () => Promise<void>, onFault: (cause: unknown) => void): Schedule {
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  const run = (): Promise<void> => {
    if (!stopped) last = last.then(task).catch(onFault);
    return last;
  };
  const timer = setInterval(() => void run(), ms);
  timer.unref();
  return {
    run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}
