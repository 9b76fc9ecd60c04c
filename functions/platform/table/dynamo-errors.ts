import { type CancellationReason, DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { holds } from './conditions.ts';
import { toItem } from './dynamo-expressions.ts';
import { type CancelReason, type Item, LimitExceeded, TableUnavailable, TransactionCancelled, type Write } from './port.ts';

const overloaded: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'ReplicatedWriteConflictException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'Throttling',
  'ThrottlingException',
  'TransactionInProgressException',
]);

/** DynamoDB's errors as the port's. What is neither the caller's nor the weather's (a missing table, no permission) stays as it is. */
export function translated(error: unknown, writes: readonly Write[] = []): unknown {
  if (error instanceof TransactionCanceledException) return cancelled(error, writes);
  if (error instanceof DynamoDBServiceException) {
    if (error.name === 'ValidationException') return new LimitExceeded(error.message, { cause: error });
    if (error.$fault === 'server' || overloaded.has(error.name)) return new TableUnavailable(`the table answered ${error.name}`, { cause: error });
    return error;
  }
  return isNetworkFailure(error) ? new TableUnavailable('the table could not be reached', { cause: error }) : error;
}

function cancelled(error: TransactionCanceledException, writes: readonly Write[]): Error {
  const given = error.CancellationReasons ?? [];
  const invalid = given.find(({ Code }) => Code === 'ValidationError' || Code === 'ItemCollectionSizeLimitExceeded');
  if (invalid) return new LimitExceeded(invalid.Message ?? error.message, { cause: error });
  const reasons = given.flatMap((reason, index) => cancelReason(reason, index, writes[index]));
  // A cancellation that names nobody is not the caller's: nothing was written, and trying again is all there is to do.
  return reasons.length > 0 ? new TransactionCancelled(reasons) : new TableUnavailable('cancelled for no reason given', { cause: error });
}

function cancelReason(reason: CancellationReason, index: number, write: Write | undefined): readonly CancelReason[] {
  switch (reason.Code) {
    case undefined:
    case 'None':
      return [];
    case 'ConditionalCheckFailed': {
      const current = reason.Item && toItem(reason.Item);
      if (write?.kind === 'update') refuseSpentCounter(write.when === undefined || holds(write.when, current), current);
      return [{ index, code: 'condition', ...(current && { current }) }];
    }
    case 'TransactionConflict':
      return [{ index, code: 'conflict' }];
    default:
      return [{ index, code: 'throttled' }];
  }
}

/** If the caller's own condition holds, it was the guard on the counters that refused (`dynamo-writes.ts`). */
function refuseSpentCounter(callerAgrees: boolean, current: Item | undefined): void {
  if (callerAgrees) throw new LimitExceeded(`a counter of ${current?.pk} ${current?.sk} would leave the safe integers`);
}

function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
  // The system's own codes (ECONNRESET, EAI_AGAIN), not Node's for wrong arguments (ERR_...).
  if ('code' in error && typeof error.code === 'string') return /^E(?!RR_)/.test(error.code);
  // A gateway that answers 503 with a page instead of JSON: the SDK fails to parse it and leaves the status here.
  return '$metadata' in error;
}
