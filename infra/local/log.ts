import type { Log } from '../../functions/platform/ports.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof levels)[number];
export const isLogLevel = (text: string | undefined): text is LogLevel => levels.some((level) => level === text);

/** JSON lines to the error output, from a level upward; figures are lines too, at the lowest. */
export function jsonLinesLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log {
  const from = levels.indexOf(level);
  const line = (at: LogLevel) => {
    if (levels.indexOf(at) < from) return () => undefined;
    return (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
      write(JSON.stringify({ at: new Date().toISOString(), level: at, message, ...fields }));
  };
  const debug = line('debug');
  return { info: line('info'), warn: line('warn'), error: line('error'), metric: (name, value, unit) => debug('metric', { name, value, unit }) };
}
