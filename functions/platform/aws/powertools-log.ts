import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Log } from '../ports.ts';

/** The log port on CloudWatch: JSON lines by Powertools, and figures that leave in one line at the end of each call. */
export interface LambdaLog extends Log {
  /** At the end of a call: what was counted is written, once. */
  flush(): void;
}

export function powertoolsLog(functionName: string): LambdaLog {
  const logger = new Logger({ serviceName: functionName });
  const metrics = new Metrics({ namespace: 'Diwan', serviceName: functionName });
  let counted = false;
  return {
    info: (message, fields = {}) => logger.info(message, fields),
    warn: (message, fields = {}) => logger.warn(message, fields),
    error: (message, fields = {}) => logger.error(message, fields),
    metric(name, value, unit) {
      counted = true;
      metrics.addMetric(name, unit === 'Count' ? MetricUnit.Count : MetricUnit.Milliseconds, value);
    },
    flush() {
      if (counted) metrics.publishStoredMetrics();
      counted = false;
    },
  };
}
