// What a reading system shows of a page: its text, its pictures, and whether a target is in sight.

// A turned page is at its place within so many milliseconds, or isn't.
const PATIENCE = 3000

export const flat = entries =>
  (entries ?? []).flatMap(({ label, href, subitems }) =>
    [{ label: (label ?? '').trim(), href }, ...flat(subitems)])

// The places of a page are those of its frame, which is wider than the window or moved aside.
const inSight = element => {
  const { defaultView: view } = element.ownerDocument
  const frame = view.frameElement.getBoundingClientRect()
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const left = frame.left + box.left, top = frame.top + box.top
  return left + box.width >= -1 && left <= innerWidth + 1
    && top + box.height >= -1 && top <= innerHeight + 1
}

const until = async condition => {
  const end = performance.now() + PATIENCE
  while (!condition() && performance.now() < end) await new Promise(requestAnimationFrame)
  return condition()
}

// `fragment` is the id that was led to, or '' for the top of the page.
export const showing = async (file, document, fragment) => {
  await document.fonts.ready
  const target = fragment ? document.getElementById(fragment)
    : document.querySelector('h1') ?? document.body
  await Promise.all([...document.images].map(picture => picture.decode().catch(() => {})))
  return {
    file,
    text: document.body.innerText,
    target: target ? target.getAttribute('aria-label') ?? target.textContent : null,
    shown: !!target && await until(() => inSight(target)),
    blank: [...document.images].filter(picture => !picture.naturalWidth).length,
    font: getComputedStyle(document.body).fontFamily,
  }
}
