import { Calendar } from '../../features/calendar/calendar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function CalendarPage() {
  return (
    <>
      <PageHeader
        title="Calendar of reviews"
        lede="What is to be looked at again, by whom and when, with the figures to look at and what came of it last time."
      />
      <Calendar />
    </>
  )
}
