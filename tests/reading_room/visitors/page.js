// Opens a page that is a lone file, on a phone and a desk, light and dark; prints what axe says as JSON.
//
// Standard input: {browser, address}. The judging is done elsewhere.

import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { chromium } from 'playwright-core'

const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

const { browser: program, address } = JSON.parse(await text(process.stdin))
const axe = await readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf-8')
const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
})
const seen = { errors: [], strangers: [], violations: [], wide: [] }

try {
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport, colorScheme })
      page.on('console', message => {
        if (message.type() === 'error') seen.errors.push(message.text())
      })
      page.on('request', request => {
        if (request.url() !== address && !request.url().startsWith('data:'))
          seen.strangers.push(request.url())
      })
      await page.goto(address)
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
      for (const { id, impact, nodes } of violations)
        seen.violations.push({ screen, colorScheme, id, impact, html: nodes[0].html })
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        seen.wide.push(screen)
      seen.pictures = await page.evaluate(async () => {
        await Promise.all([...document.images].map(one => { one.loading = 'eager'; return one.decode() }))
        return [...document.images].map(one => [one.naturalWidth, one.naturalHeight])
      })
      await page.close()
    }
  process.stdout.write(JSON.stringify(seen))
} finally {
  await browser.close()
}
