// Keys, and what was changed elsewhere. Everything can be answered without this script.

const WATCH = 3000
const points = () => [...document.querySelectorAll('.point')]
const here = () => points().find(one => one.contains(document.activeElement))
  ?? document.querySelector('.point:target')

const goTo = one => {
  if (!one) return false
  one.focus({ preventScroll: true })
  one.scrollIntoView({ block: 'center' })
  return true
}

// The next point this way, on the next sheet where this one has no more.
const step = way => {
  const all = points()
  const at = all.indexOf(here())
  const next = at < 0 ? all.at(way > 0 ? 0 : -1) : all[at + way]
  if (goTo(next)) return
  const sheet = document.querySelector(`.turns a[rel=${way > 0 ? 'next' : 'prev'}]`)
  if (sheet) location.assign(`${sheet.href}#${way > 0 ? 'first' : 'last'}`)
}

const press = selector => here()?.querySelector(selector)?.click()

const edit = () => {
  const field = here()?.querySelector('.edit')
  if (!field) return
  field.open = true
  field.querySelector('textarea').focus()
}

const KEYS = {
  j: () => step(1),
  ArrowRight: () => step(1),
  k: () => step(-1),
  ArrowLeft: () => step(-1),
  n: () => {
    const link = document.getElementById('next-open')
    if (link) location.assign(`${link.href}&after=${here()?.id.slice(2) ?? ''}`)
  },
  e: edit,
  u: () => document.getElementById('undo')?.click(),
  '/': () => {
    document.querySelector('.filter').open = true
    document.getElementById('words').focus()
  },
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const typing = event.target.matches('input, select, textarea')
  if (event.key === 'Escape' && typing) {
    goTo(event.target.closest('.point')) || event.target.blur()
    return
  }
  if (typing) return
  const act = KEYS[event.key]
    ?? (/^[0-9]$/.test(event.key) && (() => press(`[data-key="${event.key}"]`)))
  if (!act) return
  event.preventDefault()
  act()
})

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent) event.preventDefault()
  event.target.dataset.sent = '1'
})

// Where a link or an answer has led.
const arrive = () => {
  const name = location.hash.slice(1)
  if (name === 'first') goTo(points().at(0))
  else if (name === 'last') goTo(points().at(-1))
  else if (name.startsWith('p-')) goTo(document.getElementById(name))
}
addEventListener('hashchange', arrive)
addEventListener('pageshow', () => document.querySelectorAll('form').forEach(one => delete one.dataset.sent))
arrive()

// Another window's answers, a file changed by hand, or a text made anew.
const watch = async () => {
  const { version, fresh } = document.body.dataset
  if (!version || document.hidden) return
  const answer = await fetch('/version', { cache: 'no-store' }).catch(() => null)
  const show = id => document.getElementById(id)?.removeAttribute('hidden')
  // What its files hold now can't be read; loading it again tells why.
  if (answer?.status === 422) show('elsewhere')
  if (!answer?.ok) return
  const told = await answer.json()
  if (told.version !== version) show('elsewhere')
  else if (told.fresh && fresh === '0') show('made-anew')
}
setInterval(watch, WATCH)
document.addEventListener('visibilitychange', watch)
