// With the file inside, in the chunk that only who saves an image loads: an image on its own has nowhere to load it from.
import plex from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2?inline'

/** The face as the page's tokens declare it. */
export const embeddedFont = `@font-face{font-family:'Plex Var';font-weight:100 700;font-stretch:85% 100%;src:url(${plex}) format('woff2')}`
