/**
 * The page, in Typst. Everything that is printed comes as data (`sys.inputs.document`): a text is shown, never read as markup.
 * Headings, tables, lists and links are written as such, because the tags of the PDF come from them.
 */
export const FONTS = [
  'Noto Sans',
  'Noto Naskh Arabic',
  'Noto Sans S Chinese',
  // Both are part of the compiler: arrows and signs that Noto Sans lacks.
  'Libertinus Serif',
  'DejaVu Sans Mono',
] as const;

export const PLAN_TEMPLATE = `
#let d = json(bytes(sys.inputs.document))
#let ink = rgb("#1b2430")
#let soft = rgb("#4a5563")
#let rule-ink = rgb("#b9c2cc")
#let accent = rgb("#0b5a6b")

#set document(title: d.fileTitle, date: datetime(year: d.madeOn.at(0), month: d.madeOn.at(1), day: d.madeOn.at(2)))
#set text(
  font: (${FONTS.map((font) => JSON.stringify(font)).join(', ')}),
  fallback: false, size: 10pt, fill: ink, lang: d.lang, dir: if d.direction == "rtl" { rtl } else { ltr },
)
#set par(leading: 0.62em, spacing: 0.95em)
#set page(
  paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 22mm),
  footer: context {
    set text(size: 8pt, fill: soft)
    let page-words = d.words.page.replace("{number}", str(counter(page).get().first())).replace("{count}", str(counter(page).final().first()))
    grid(columns: (1fr, auto), d.fileTitle, page-words)
  },
)
#set heading(numbering: none)
#show heading.where(level: 1): it => block(above: 0.7em, below: 0.7em, text(size: 21pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 2em, below: 0.9em, sticky: true, text(size: 14pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 3): it => block(above: 1.5em, below: 0.55em, sticky: true, text(size: 10.5pt, weight: "bold", it.body))
#show link: it => text(fill: accent, it)

#let say(t) = text(lang: t.lang, dir: if t.lang.starts-with("ar") { rtl } else if t.lang == d.lang { auto } else { ltr }, t.text)
// A paragraph of a pack has its own direction, and so its own edge.
#let source-par(t, fill: ink) = align(if t.lang.starts-with("ar") { right } else if t.lang == d.lang { start } else { left }, par(text(fill: fill, say(t))))
// Chinese has no space between sentences.
#let gap = if d.lang == "zh" { "" } else { " " }
// A hash has no place to break.
#let value-of(t) = if t.text.len() > 55 and not t.text.contains(" ") { text(size: 8pt, say(t)) } else { say(t) }
#let values-of(items) = items.map(value-of).join(d.words.joint)
#let lines(items, width: 46mm) = block(above: 0.8em, below: 0.9em, {
  set strong(delta: 0)
  set par(leading: 0.5em)
  terms(
    separator: none, hanging-indent: width, spacing: 0.5em,
    ..items.map(l => terms.item(box(width: width, text(size: 9pt, fill: soft, l.label)), values-of(l.values))),
  )
})
#let pointers(items) = if items.len() > 0 {
  block(above: 0.6em, par(text(size: 8.5pt, fill: soft, {
    d.words.sources
    h(0.35em)
    for (i, p) in items.enumerate() {
      if i > 0 { d.words.joint }
      link(label("source-" + str(p.number)), "[" + str(p.number) + "]")
      " "
      say(p.locator)
    }
  })))
}

#par(text(size: 10pt, fill: soft, say(d.authority)))
= #say(d.title)
#par(text(weight: "bold", d.status))

#block(fill: rgb("#f2f5f7"), inset: 10pt, radius: 3pt, width: 100%, text(size: 9pt, {
  par(d.notice)
  if "unread" in d { par(d.unread) }
}))

#lines(d.law)

#if d.sum.len() > 0 {
  block(stroke: (left: 2pt + accent), inset: (left: 10pt, y: 3pt), lines(d.sum))
}
#for remark in d.remarks { par(remark.map(say).join()) }

#if d.wishes.items.len() > 0 {
  heading(level: 2, d.wishes.heading)
  par(d.wishes.intro)
  lines(d.wishes.items, width: 64mm)
}

#if d.steps.items.len() > 0 or "intro" in d.steps {
  heading(level: 2, d.steps.heading)
  if "intro" in d.steps { par(d.steps.intro) }
  for (i, step) in d.steps.items.enumerate() {
    heading(level: 3, { str(i + 1) + ". "; say(step.title) })
    source-par(step.text)
    lines(step.lines)
    pointers(step.pointers)
  }
}

#heading(level: 2, d.requirements.heading)
#par(d.requirements.intro)
#for r in d.requirements.items {
  heading(level: 3, say(r.title))
  if "told" in r {
    par({ text(weight: "bold", r.verdict); gap; r.told.text })
    source-par(r.text, fill: soft)
  } else { par({ text(weight: "bold", r.verdict); gap; say(r.text) }) }
  for note in r.notes { source-par(note) }
  pointers(r.pointers)
}

#if d.discretion.items.len() > 0 {
  heading(level: 2, d.discretion.heading)
  par(d.discretion.intro)
  list(..d.discretion.items.map(r => { say(r.text); pointers(r.pointers) }))
}

#if d.sources.items.len() > 0 {
  heading(level: 2, d.sources.heading)
  for s in d.sources.items [
    #block(below: 0.8em, breakable: false, par(text(size: 8.5pt, {
      "[" + str(s.number) + "] "
      text(weight: "bold", say(s.title))
      ". "
      for t in s.details { say(t); if t.lang == "zh" { "" } else { " " } }
      if "url" in s { linebreak(); text(dir: ltr, link(s.url, s.url)) }
    }))) #label("source-" + str(s.number))
  ]
}
`;
