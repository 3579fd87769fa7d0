// Reviews an issue at the editor's desk in Chromium, and prints what was seen as JSON.
//
// Standard input: {browser, address, task, file, pictures}; `address` lets the browser in, `file` is
// where the decisions are kept, `pictures` a folder for screenshots, if they're wanted. The judging
// is done elsewhere.

import { createServer } from 'node:http'
import { readFile, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { chromium } from 'playwright-core'

const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
const LOCALES = ['en-GB', 'zh-CN']
const ENOUGH = 200

const { browser: program, address, task, file, pictures } = JSON.parse(await text(process.stdin))
const home = new URL('/', address).href
const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
})
const seen = { errors: [], strangers: [], dialogs: 0 }

const opened = async (options = {}) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: SCREENS.desktop, ...options })
  const page = await context.newPage()
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) seen.errors.push(message.text())
  })
  page.on('pageerror', error => seen.errors.push(String(error)))
  page.on('dialog', dialog => { seen.dialogs++; dialog.dismiss() })
  page.on('request', request => {
    if (!request.url().startsWith(home) && !/^(blob|data|chrome)/.test(request.url()))
      seen.strangers.push(request.url())
  })
  await page.goto(address)
  // A large issue is still being read.
  await page.locator('.progress').waitFor({ timeout: 120000 })
  return page
}

const progress = page => page.locator('.progress label').textContent()
const moved = (page, act) => Promise.all([page.waitForNavigation(), act()])

// Confirms what stands, and says of lost text that it's lost, to the last question.
const byMouse = async () => {
  const page = await opened()
  seen.steps = [await progress(page)]
  for (let turn = 0; turn < ENOUGH && await page.locator('#next-open').count(); turn++) {
    await page.locator('#next-open').click()
    await page.waitForURL(/#p-/)
    const card = page.locator(new URL(page.url()).hash.replace(/^#(.*)$/, '[id="$1"]'))
    await moved(page, () => card.locator('button.holds').click())
    seen.steps.push(await progress(page))
  }
  await page.locator('#undo').click()
  await page.waitForLoadState()
  seen.undone = await progress(page)
  await moved(page, async () => {
    await page.locator('#next-open').click()
    await page.waitForURL(/#p-/)
    await page.locator('.point:target button.holds').click()
  })
  seen.end = await progress(page)
  await page.locator('.filter summary').click()
  await page.locator('select[name=certainty]').selectOption('probable')
  await moved(page, () => page.locator('.filter button').click())
  seen.probable = await page.locator('.point').count()
  await page.goto(`${home}contents`)
  await moved(page, () => page.locator('main li a').last().click())
  seen.place = page.url()
}

const press = async (page, key) => {
  await page.keyboard.press(key)
  await page.waitForTimeout(150)
}

const byKeyboard = async () => {
  const page = await opened()
  seen.steps = [await progress(page)]
  await press(page, 'j')
  const first = await page.evaluate(() => document.activeElement.id)
  await press(page, 'ArrowRight')
  const second = await page.evaluate(() => document.activeElement.id)
  await press(page, 'k')
  seen.moves = [first, second, await page.evaluate(() => document.activeElement.id)]
  await press(page, 'n')
  await page.waitForURL(/#p-/)
  for (let turn = 0; turn < ENOUGH; turn++) {
    await page.waitForFunction(() => document.activeElement.matches('.point'))
    const key = await page.evaluate(() =>
      document.activeElement.querySelector('button.holds').dataset.key)
    await moved(page, () => page.keyboard.press(key))
    seen.steps.push(await progress(page))
    if (!await page.locator('#next-open').count()) break
  }
  await moved(page, () => page.keyboard.press('u'))
  seen.undone = await progress(page)
  await moved(page, () => page.keyboard.press('n'))
  await page.waitForURL(/#p-/)
  await page.keyboard.press('e')
  await page.keyboard.type('甲乙')
  await page.keyboard.press('Tab')
  await moved(page, () => page.keyboard.press('Enter'))
  seen.edited = await page.locator('.text').allTextContents().then(all => all.join('').includes('甲乙'))
  await page.waitForFunction(() => document.activeElement.matches('.point'))
  await moved(page, () => page.keyboard.press('0'))
  seen.takenBack = await progress(page)
  await moved(page, () => page.keyboard.press('1'))
  seen.end = await progress(page)
  await page.keyboard.press('/')
  await page.keyboard.type('海淀')
  await moved(page, () => page.keyboard.press('Enter'))
  seen.found = await page.locator('.source').allTextContents()
}

// What is changed elsewhere is told within seconds, and an old page's answer isn't kept.
const elsewhere = async () => {
  const page = await opened()
  await writeFile(file, '# by hand\n')
  await page.locator('#elsewhere').waitFor({ state: 'visible', timeout: 20000 })
  await page.locator('.point.open button.holds').first().click()
  seen.notice = await page.locator('[role=alert]').textContent()
  seen.kept = await readFile(file, 'utf-8')
  seen.errors = seen.errors.filter(one => !one.includes('409'))
}

const look = async () => {
  const axe = await readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf-8')
  Object.assign(seen, { violations: [], wide: [], languages: [] })
  for (const locale of LOCALES)
    for (const [screen, viewport] of Object.entries(SCREENS))
      for (const colorScheme of ['light', 'dark']) {
        const page = await opened({ locale, viewport, colorScheme })
        for (const path of ['', '?certainty=certain', 'contents', 'nothing']) {
          await page.goto(`${home}${path}`)
          await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true }))
          if (path !== 'nothing') seen.languages.push(await page.evaluate(() => document.documentElement.lang))
          if (pictures) {
            const name = path.replace(/\W/g, '') || 'issue'
            await page.screenshot({ path: `${pictures}/${name}-${locale}-${screen}-${colorScheme}.png` })
          }
          await page.evaluate(axe)
          const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
          for (const { id, impact, nodes } of violations)
            seen.violations.push({ path, screen, colorScheme, id, impact, html: nodes[0].html })
          if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
            seen.wide.push({ path, screen, locale })
        }
        await page.context().close()
      }
  seen.errors = seen.errors.filter(one => !one.includes('404'))
}

// A page at another port is another origin, but the same site: cookies go along with its requests.
const attack = async () => {
  const page = await opened()
  const form = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('.answers'))))
  const inputs = Object.entries({ ...form, form: 'guessed', verdict: 'join' })
    .map(([name, value]) => `<input name="${name}" value="${value}">`).join('')
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end(`<form method="post" action="${home}answer">${inputs}</form><iframe src="${home}"></iframe>`)
  })
  await new Promise(done => site.listen(0, '127.0.0.1', done))
  await page.goto(`http://127.0.0.1:${site.address().port}/`)
  seen.read = await page.evaluate(async there => {
    try { return await (await fetch(there, { credentials: 'include' })).text() } catch { return '' }
  }, home)
  seen.written = await page.evaluate(async ([there, body]) => {
    await fetch(`${there}answer`, { method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams(body) })
      .catch(() => null)
    return fetch(`${there}undo`, { method: 'POST', credentials: 'include', body: '' }).then(() => true, () => false)
  }, [home, { ...form, verdict: 'join' }])
  const frame = page.frames()[1]
  seen.framed = frame ? await frame.content().then(all => all.includes('class="passage"')) : false
  const [answer] = await Promise.all([
    page.waitForResponse(one => one.url() === `${home}answer` && one.request().isNavigationRequest()),
    page.evaluate(() => document.querySelector('form').submit()),
  ])
  seen.status = answer.status()
  site.close()
  Object.assign(seen, { errors: [], strangers: [] })
}

// Without scripts all can be answered.
const withoutScripts = async () => {
  const page = await opened({ javaScriptEnabled: false, viewport: SCREENS.phone })
  while (await page.locator('.point.open').count()) {
    const card = page.locator('.point.open').first()
    await moved(page, () => card.locator('button.holds').click())
  }
  seen.end = await progress(page)
}

// How long a page takes to be there, and the longest wait for a frame while it's scrolled.
const measure = async () => {
  const begun = Date.now()
  const page = await opened()
  const read = Date.now() - begun
  const times = []
  for (const path of ['', '?sheet=100', '?open=1', '?q=%E5%B7%A5']) {
    const start = Date.now()
    await page.goto(`${home}${path}`, { waitUntil: 'load' })
    times.push(Date.now() - start)
  }
  await page.goto(`${home}?sheet=100`)
  seen.frame = await page.evaluate(() => new Promise(done => {
    let last = performance.now(), longest = 0, y = 0
    const frame = now => {
      longest = Math.max(longest, now - last)
      last = now
      scrollTo(0, y += 120)
      if (y < document.documentElement.scrollHeight) requestAnimationFrame(frame)
      else done(Math.round(longest))
    }
    requestAnimationFrame(frame)
  }))
  const asked = Date.now()
  await page.goto(`${home}open`)
  await page.waitForURL(/#p-/)
  await moved(page, () => page.locator('.point:target button').first().click())
  Object.assign(seen, { read, opens: times, answer: Date.now() - asked, progress: await progress(page) })
}

const open = async () => { seen.end = await progress(await opened()) }

const TASKS = { byMouse, byKeyboard, elsewhere, look, attack, withoutScripts, measure, open }

try {
  await TASKS[task]()
  process.stdout.write(JSON.stringify(seen))
} finally {
  await browser.close()
}
