import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useFirm } from '../shell/firm-context.tsx';
import { type Answer, call } from './client.ts';
import { ProblemError } from './problem.ts';
import { inFirm } from './queries.ts';
import type { FirmInput, Input, Output, RouteName } from './route-types.ts';

/** Where the key of an unfinished submission is kept across reloads: a form's draft. */
export interface KeyKeeper {
  readonly submission: Submission | undefined;
  keepSubmission(submission: Submission | undefined): void;
}
export interface Submission {
  readonly key: string;
  readonly fingerprint: string;
}

interface SubmitOptions {
  readonly keeper?: KeyKeeper | undefined;
}

export interface Submit<I, O> {
  /** Sends; gives the answer, or undefined where there is a problem to show. */
  send(input: I, ifMatch?: string): Promise<Answer<O> | undefined>;
  readonly pending: boolean;
  readonly problem: ProblemError | undefined;
  reset(): void;
}

/** A command of the firm in the address. */
export function useFirmSubmit<N extends RouteName>(name: N, options: SubmitOptions = {}): Submit<FirmInput<N>, Output<N>> {
  const { id } = useFirm();
  const client = useQueryClient();
  return useCommand<FirmInput<N>, Output<N>>(
    name,
    (input, sending) => call(name, inFirm(id, input), sending),
    options,
    () => void client.invalidateQueries({ queryKey: ['firm', id] }),
  );
}

/** A command outside any firm. */
export function useSubmit<N extends RouteName>(name: N, options: SubmitOptions = {}): Submit<Input<N>, Output<N>> {
  const client = useQueryClient();
  return useCommand<Input<N>, Output<N>>(
    name,
    (input, sending) => call(name, input, sending),
    options,
    () => void client.invalidateQueries(),
  );
}

type Sender<I, O> = (input: I, sending: { idempotencyKey: string; ifMatch?: string | undefined }) => Promise<Answer<O>>;

function useCommand<I, O>(name: string, sender: Sender<I, O>, { keeper }: SubmitOptions, done: () => void): Submit<I, O> {
  const own = useRef<Submission | undefined>(undefined);
  const mutation = useMutation<Answer<O>, ProblemError, { input: I; ifMatch: string | undefined }>({
    mutationFn: async ({ input, ifMatch }) => {
      // One key per thing submitted. A retry of the same thing keeps it, after a reload too; a changed form is another thing.
      const fingerprint = `${name} ${ifMatch ?? ''} ${JSON.stringify(input)}`;
      const before = keeper ? keeper.submission : own.current;
      const submission = before?.fingerprint === fingerprint ? before : { key: crypto.randomUUID(), fingerprint };
      own.current = submission;
      keeper?.keepSubmission(submission);
      try {
        const answer = await sender(input, { idempotencyKey: submission.key, ifMatch });
        own.current = undefined;
        return answer;
      } catch (problem) {
        // A refusal did nothing: the next attempt is a new submission even if nothing was changed in the form.
        if (problem instanceof ProblemError && !problem.retryable) {
          own.current = undefined;
          keeper?.keepSubmission(undefined);
        }
        throw problem;
      }
    },
    onSuccess: done,
  });
  const send = async (input: I, ifMatch?: string): Promise<Answer<O> | undefined> => {
    try {
      return await mutation.mutateAsync({ input, ifMatch });
    } catch (problem) {
      if (problem instanceof ProblemError) return undefined;
      throw problem;
    }
  };
  return {
    send,
    pending: mutation.isPending,
    problem: mutation.error ?? undefined,
    reset: mutation.reset,
  };
}
