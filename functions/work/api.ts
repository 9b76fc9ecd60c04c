import { workVerbs } from './verbs.ts';

/** The desk's verbs share most of what they need: they are there from the start. */
export const verbs = workVerbs;
