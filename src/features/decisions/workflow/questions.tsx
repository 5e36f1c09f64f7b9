import type { ComponentProps, ReactNode } from 'react'

import { QueryPanel } from '../../../api/query-panel.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'

type QuestionsProps<Answer> = Readonly<{
  query: ComponentProps<typeof QueryPanel<Answer>>['query']
  children: (answer: Answer) => ReactNode
}>

const SKELETON_LINES = 16

/** The questions of a sheet, once their figures are there. */
export function Questions<Answer>({ query, children }: QuestionsProps<Answer>) {
  return (
    <QueryPanel
      title="The questions"
      query={query}
      skeleton={<Skeleton name="the questions" lines={SKELETON_LINES} />}
    >
      {children}
    </QueryPanel>
  )
}
