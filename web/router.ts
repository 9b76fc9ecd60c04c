import type { AnyRouter } from '@tanstack/react-router';

/** The router for code that stands outside of its pages. Set once, when the pages start. */
let made: AnyRouter | undefined;
export const setRouter = (router: AnyRouter): void => {
  made = router;
};
export function router(): AnyRouter {
  if (!made) throw new Error('the pages have not started');
  return made;
}
