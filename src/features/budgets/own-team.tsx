import { setOwnTeam, useOwnTeam } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Which team is one's own is nobody else's business: it stays in this browser, and O leads to it from everywhere. */
export function OwnTeam({ team }: Readonly<{ team: string }>) {
  const isOwn = useOwnTeam() === team
  return (
    <Button look="quiet" aria-pressed={isOwn} onClick={() => setOwnTeam(isOwn ? null : team)}>
      {isOwn && <Icon name="check" />}
      My team
      <kbd>O</kbd>
    </Button>
  )
}
