/** How long a file is worked on before others get their turn. By time: one entry of a file with thousands of rules takes what a thousand others take. */
const TURN_MS = 20;

/** To be awaited between two steps of long work: lets other requests of the process through when its turn is over. */
export function takingTurns(): () => Promise<void> | undefined {
  let until = performance.now() + TURN_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        until = performance.now() + TURN_MS;
        resolve();
      }),
    );
  };
}
