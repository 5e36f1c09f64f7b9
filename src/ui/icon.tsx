import type { ReactNode } from 'react'

import styles from './icon.module.css'

const icons = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.2 10.2 3.5 3.5" />
    </>
  ),
  pulse: <path d="M1.5 8.5h3l1.8-5 3 9.5 1.9-6 .8 1.5h2.5" />,
  scales: <path d="M8 2.5v11M5 13.5h6M3 4.5l10-1M3 4.5 1.3 9h3.4zM13 3.5 11.3 8h3.4z" />,
  bars: <path d="M2 13.5h12M3.5 13V8M6.5 13V4M9.5 13V6M12.5 13V2.5" />,
  breach: <path d="M2 3.5h12M2 13.5h12M3.5 3.5v2.5l3 2 3-1.5 3 2v5" />,
  correction: <path d="M2.5 13.5h11M3 10.5 10 3.5 12.3 5.8 5.3 12.8H3z" />,
  decision: (
    <path d="M3.5 13.5v-3c0-2.5 4.5-2.5 4.5-5v-3M12.5 13.5v-3c0-2.5-4.5-2.5-4.5-5M5.5 4.7 8 2.2l2.5 2.5" />
  ),
  rows: <path d="M2 3.5h12M2 8h12M2 12.5h12M6 3.5v9" />,
  policy: <path d="M3.5 2h9v12h-9zM6 5h4M6 7.5h4m-3.8 3.2 1.2 1.2 2.4-2.6" />,
  steps: <path d="M1.8 13.5h3.4v-3h3.4V7H12V3.5h2.3" />,
  catalog: <path d="M2.5 3.5h11v3h-11zM2.5 9.5h11v3h-11zM4.5 5h.1M4.5 11h.1" />,
  grid: <path d="M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z" />,
  calendar: (
    <>
      <path d="M2.5 3.8h11v9.7h-11zM2.5 6.8h11" />
      <path d="M5.3 2.2v3M10.7 2.2v3" />
    </>
  ),
  'chevron-right': <path d="m6.3 4 4 4-4 4" />,
  'chevron-down': <path d="m4 6.3 4 4 4-4" />,
  'arrow-up': <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" />,
  'arrow-down': <path d="M8 3v9.5M4.5 9 8 12.5 11.5 9" />,
  download: <path d="M8 2.3v7.2M5.3 7 8 9.6 10.7 7M3.5 10v3.5h9V10" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 4.8V8l2.3 1.6" />
    </>
  ),
  theme: (
    <>
      <circle cx="8" cy="8" r="5.2" />
      <path className={styles['filled']} d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M6.3 6.3c.2-2 3.4-2 3.4.1 0 1.3-1.7 1.4-1.7 2.7M8 11.2v.1" />
    </>
  ),
  beside: <path d="M6.5 3.5h-3v9h9v-3M9 3.2h3.8V7M12.5 3.5 7.5 8.5" />,
  link: (
    <path d="M6.8 9.2 9.2 6.8M7.5 4.8l1.7-1.7a2.6 2.6 0 0 1 3.7 3.7l-1.7 1.7M8.5 11.2l-1.7 1.7a2.6 2.6 0 0 1-3.7-3.7l1.7-1.7" />
  ),
  table: <path d="M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 6.3V13" />,
  columns: <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />,
  sort: <path d="M4.5 3v9.5M2 10l2.5 2.7L7 10M9 4h5M9 8h3.5M9 12h2" />,
  share: <path d="M8 9.5V2.3M5.3 5 8 2.3 10.7 5M4.5 7.5h-1v6h9v-6h-1" />,
  chart: <path d="M2.5 2.5v11h11M4.5 5l3 2.5 2 .5 3.5 4" />,
  book: (
    <path d="M8 4.3C6.6 3.2 4.6 3 2.3 3.2v9c2.3-.2 4.300 0 5.700 1.100 1.400-1.100 3.4-1.300 5.700-1.100v-9C11.400 3 9.4 3.2 8 4.300zM8 4.300v9" />
  ),
  speech: <path d="M2.5 3h11v8H8l-3.2 2.600V11H2.500z" />,
  check: <path d="m3.2 8.5 3.2 3.2 6.4-7.4" />,
  grip: <path d="M6 3.500v.1M10 3.500v.1M6 8v.1M10 8v.1M6 12.500v.1M10 12.500v.1" strokeWidth="2" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  settings: (
    <path d="M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M8.5 4.5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M4.5 11.5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0" />
  ),
  person: (
    <>
      <circle cx="8" cy="5.3" r="2.8" />
      <path d="M2.8 13.5c.6-6 9.8-6 10.4 0" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof icons

/** Always decoration: the word stands beside it or on the control that holds it. */
export function Icon({ name }: Readonly<{ name: IconName }>) {
  return (
    <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden="true">
      {icons[name]}
    </svg>
  )
}
