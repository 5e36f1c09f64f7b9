/** What a build of the app holds; an address that ends otherwise belongs to the app itself, as an SLO's id with a dot in it does. */
const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

export function contentTypeOf(path: string): string | undefined {
  return contentTypes[path.slice(path.lastIndexOf('.') + 1)]
}
