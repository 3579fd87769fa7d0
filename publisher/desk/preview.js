// Keeps the preview up with the files, and asks where a passage stands in the source.

const POLL = 200
const BLOCKS = 'h1, h2, h3, p, li, td, th, figcaption, dd, dt, caption'
const frame = document.getElementById('book')
const pages = document.getElementById('pages')
const working = document.getElementById('working')
const found = document.getElementById('source')
const inside = () => frame.contentDocument
const digests = new Map()
let last = null

const show = (box, problem) => {
  box.hidden = !problem
  box.querySelector('pre').textContent = problem?.message ?? ''
  box.querySelector('.remedy').textContent = problem?.remedy ?? ''
}

// Only a page that is another now is loaded again, and it stays where it was read.
const reloadBook = () => {
  const scroll = frame.contentWindow.scrollY
  frame.addEventListener('load', () => frame.contentWindow.scrollTo(0, scroll), { once: true })
  frame.contentWindow.location.reload()
}

const name = () => decodeURIComponent(frame.contentWindow.location.pathname.replace('/book/', ''))

const listLeaves = leaves => {
  const list = document.querySelector('.leaves ol')
  list.replaceChildren(...leaves.map(leaf => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    const before = digests.get(leaf.name)
    link.href = `/book/${leaf.name}`
    link.target = 'book'
    link.textContent = leaf.title
    if (last && before !== leaf.digest) link.className = 'fresh'
    item.append(link)
    return item
  }))
}

const showBook = now => {
  const open = name()
  const leaf = now.leaves.find(one => one.name === open)
  const changed = now.dress !== last?.dress || digests.get(open) !== leaf?.digest
  listLeaves(now.leaves)
  const first = !last
  now.leaves.forEach(one => digests.set(one.name, one.digest))
  if (first) return
  if (!leaf && now.leaves.length) frame.src = `/book/${now.leaves[0].name}`
  else if (changed) reloadBook()
}

const showPages = now => {
  while (pages.children.length > now.count) pages.lastElementChild.remove()
  for (let number = 1; number <= now.count; number++) {
    let picture = pages.children[number - 1]
    if (!picture) {
      picture = document.createElement('img')
      picture.loading = 'lazy'
      picture.alt = pages.dataset.name.replace('{}', number)
      pages.append(picture)
    }
    picture.src = `/pages/${number}.png?v=${now.pages}`
  }
}

const look = async () => {
  try {
    const now = await (await fetch('/state')).json()
    if (now.version !== last?.version) {
      show(document.getElementById('problem'), now.problem)
      showBook(now)
    }
    if (now.pages !== last?.pages) showPages(now)
    show(document.getElementById('pages-problem'), now.pagesProblem)
    working.textContent = now.setting ? working.dataset.busy : working.dataset.done
    last = now
  } catch {
    // The preview has ended in the terminal, or is about to answer again.
    working.textContent = '…'
  }
  setTimeout(look, POLL)
}

const ask = async block => {
  const article = block.closest('article')?.id ?? ''
  const query = new URLSearchParams({ article, text: block.textContent.slice(0, 600) })
  const place = await (await fetch(`/source?${query}`)).json()
  found.hidden = false
  if (!place) {
    found.textContent = found.dataset.missing
    return
  }
  const where = document.createElement('p')
  where.className = 'where'
  where.textContent = found.dataset.line.replace('{}', place.file).replace('{}', place.line)
  const text = document.createElement('p')
  text.className = 'passage-of'
  const mark = document.createElement('mark')
  mark.textContent = place.passage
  text.append(place.before, mark, place.after)
  found.replaceChildren(where, text)
}

const listen = () => {
  inside().querySelectorAll(BLOCKS).forEach(block => { block.tabIndex = 0 })
  inside().addEventListener('click', event => {
    const block = event.target.closest(BLOCKS)
    if (block && !event.target.closest('a')) ask(block)
  })
  inside().addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches(BLOCKS)) ask(event.target)
  })
}

frame.addEventListener('load', listen)
if (inside()?.readyState === 'complete') listen()
document.getElementById('width').addEventListener('change', event => {
  frame.style.maxWidth = event.target.value ? `${event.target.value}px` : ''
})
look()
