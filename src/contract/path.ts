import type { OperationId, operations } from './operations.ts'

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never

/** What stands in the braces of an operation's path: { slo: string, deployment: string }. */
export type PathParams<Id extends OperationId> = Readonly<
  Record<ParamNames<(typeof operations)[Id]['path']>, string>
>

/** '/api/slos/{slo}' with { slo: 'a.b.c' } gives '/api/slos/a.b.c'. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The path ${path} needs a value for ${name}`)
    return encodeURIComponent(value)
  })
}
