/** Starts something with the first call and keeps it; a start that failed is tried again by the next. */
export function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => {
    started ??= start().catch((cause: unknown) => {
      started = undefined;
      throw cause;
    });
    return started;
  };
}
