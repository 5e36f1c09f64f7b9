import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

import { findBrowser } from './find-browser.ts'

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

/** A browser for the journeys: one that is there, else one it installs, saying so. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) {
    console.log(`Browser: ${found}`)
    return found
  }
  install()
  const installed = findBrowser()
  if (installed === undefined) {
    throw new Error('No browser could be installed. Install Chromium or Chrome, or set CHROME_PATH to one.')
  }
  console.log(`Browser: ${installed}`)
  return installed
}

function install() {
  // Playwright's own build needs system libraries that a bare Debian lacks; the package brings them along.
  if (isDebian() && process.getuid?.() === 0) {
    console.log('No Chromium or Chrome found: installing the Debian package chromium-headless-shell')
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], { stdio: 'inherit' })
    return
  }
  console.log("No Chromium or Chrome found: installing Playwright's own")
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
}
