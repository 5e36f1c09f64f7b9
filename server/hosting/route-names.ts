import { csvPath } from '../../src/contract/csv.ts'
import { csvOperationIds, operations } from '../../src/contract/operations.ts'

/** The name of a request in figures and logs. There are as many as there are routes, whatever clients ask for. */
export type RouteName = (method: string, pathname: string) => Readonly<{ method: string; route: string }>

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** `more` are the routes that stand beside the API's operations; parameters are in braces, as in the contract. */
export function routeNames(more: readonly string[]): RouteName {
  const files = csvOperationIds.map((id) => csvPath(operations[id]))
  const templates = [...new Set([...Object.values(operations).map(({ path }) => path), ...files, ...more])]
  const exact = new Set(templates.filter((template) => !template.includes('{')))
  const patterns = templates
    .filter((template) => template.includes('{'))
    .map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))

  const routeOf = (pathname: string): string => {
    if (exact.has(pathname)) return pathname
    const found = patterns.find(({ pattern }) => pattern.test(pathname))
    if (found !== undefined) return found.template
    if (pathname === '/api' || pathname.startsWith('/api/')) return '/api/*'
    return pathname.startsWith('/assets/') ? '/assets/*' : '/*'
  }
  return (method, pathname) => ({ method: methods.has(method) ? method : 'other', route: routeOf(pathname) })
}
