// Reads an OPDS 1.2 catalogue with a client library, from its root through all pages; prints JSON.
//
// Argument: the address of the root. What is found: the issues of each shelf, with what can be got of them.

import { Feed } from 'opds-ts/v1.2'

const load = async address => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return Feed.fromXml(await answer.text())
}

const linksOf = (item, rel) => item.getLinks().filter(link => link.rel === rel)

const read = async root => {
  const shelves = []
  for (const entry of (await load(root)).getEntries()) {
    const issues = []
    let address = new URL(entry.getLinks()[0].href, root)
    while (address) {
      const feed = await load(address)
      for (const one of feed.getEntries())
        issues.push({
          id: one.getId(),
          title: one.getTitle(),
          got: linksOf(one, 'http://opds-spec.org/acquisition/open-access')
            .map(link => ({ type: link.type, href: new URL(link.href, address).pathname })),
        })
      const [next] = linksOf(feed, 'next')
      address = next && new URL(next.href, address)
    }
    shelves.push(issues)
  }
  return shelves
}

process.stdout.write(JSON.stringify(await read(process.argv[2])))
