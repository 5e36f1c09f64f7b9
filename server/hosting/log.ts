import { logLevels, type LogLevel } from '../settings/server-settings.ts'

type Facts = Readonly<Record<string, unknown>>

/** `event` is for machines and never changes; `message` is for people and may. */
type Say = (event: string, message: string, facts?: Facts) => void
export type Log = Readonly<Record<LogLevel, Say>>

type LogOptions = Readonly<{
  level: LogLevel
  format: 'json' | 'text'
  write: (line: string) => void
  now: () => number
  /** What every line tells beside its own facts, such as the request it belongs to. */
  surroundings?: () => Facts
}>

/** One event a line. Nothing a client sent is ever among the facts but the method and the route it matched. */
export function createLog({ level, format, write, now, surroundings = () => ({}) }: LogOptions): Log {
  const least = logLevels.indexOf(level)
  const at =
    (name: LogLevel): Say =>
    (event, message, facts = {}) => {
      if (logLevels.indexOf(name) < least) return
      const line = { ...surroundings(), ...facts }
      write(
        `${format === 'json' ? jsonLine(name, event, message, line, now()) : textLine(name, message, line)}\n`,
      )
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function jsonLine(level: LogLevel, event: string, message: string, facts: Facts, now: number): string {
  const shown = Object.entries(facts).map(([name, value]) => [
    name,
    value instanceof Error ? plainError(value) : typeof value === 'string' ? withoutAddresses(value) : value,
  ])
  return JSON.stringify({
    time: new Date(now).toISOString(),
    level,
    event,
    message: withoutAddresses(message),
    ...Object.fromEntries(shown),
  })
}

function textLine(level: LogLevel, message: string, { error }: Facts): string {
  const mark = level === 'info' || level === 'debug' ? '' : `${level}: `
  const stack = error instanceof Error ? `\n${textOf(error)}` : ''
  return withoutAddresses(`${mark}${message}${stack}`)
}

type PlainError = Readonly<{ name: string; message: string; stack: string | undefined; cause?: PlainError }>

const DEEPEST_CAUSE = 4

function plainError(error: Error, depth = 0): PlainError {
  const { name, message, stack, cause } = error
  return {
    name,
    message: withoutAddresses(message),
    stack: stack === undefined ? undefined : withoutAddresses(stack),
    ...(cause instanceof Error && depth < DEEPEST_CAUSE ? { cause: plainError(cause, depth + 1) } : {}),
  }
}

function textOf(error: Error, depth = 0): string {
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause instanceof Error && depth < DEEPEST_CAUSE
    ? `${own}\ncaused by ${textOf(error.cause, depth + 1)}`
    : own
}

/** Drivers put where they failed to connect, and sometimes as whom, into their messages. */
function withoutAddresses(text: string): string {
  return (
    text
      .replaceAll(/\b(postgres(?:ql)?):\/\/[^\s"']+/g, '$1://…')
      // Up to the last @: passwords hold some, encoded or not.
      .replaceAll(/(:\/\/)[^\s/"']+@/g, '$1…@')
      .replaceAll(/\b((?:connect|getaddrinfo|read|write) E[A-Z_]+) [^\s;,]+/g, '$1')
  )
}
