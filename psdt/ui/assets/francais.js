// Streamlit speaks English and has no translation: this puts French in its place, once a page.
// What people wrote is never touched: it is drawn in the elements named in WRITTEN.
const WRITTEN = "[data-testid='stMarkdownContainer'], [data-testid='stText'], [data-testid='stHtml'], textarea";
const STREAMLIT = "[data-testid='stFileUploaderDropzone'], [data-testid='stHeader']"; // drawn likewise
const ATTRIBUTES = ["aria-label", "title", "placeholder"];

function translator(data) {
  const exact = new Map(Object.entries(data.exact));
  const patterns = data.patterns.map(([pattern, french]) => [new RegExp(pattern), french]);
  return text => {
    const english = text.trim();
    if (!english) return text;
    if (exact.has(english)) return exact.get(english);
    const found = patterns.find(([pattern]) => pattern.test(english));
    return found ? english.replace(found[0], found[1]) : text;
  };
}

function walk(root, french) {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) text(node, french);
    else if (node.nodeType === Node.ELEMENT_NODE) attributes(node, french);
  }
}

function text(node, french) {
  const parent = node.parentElement;
  if (!parent || parent.closest("script, style")) return;
  if (parent.closest(WRITTEN) && !parent.closest(STREAMLIT)) return;
  const said = french(node.nodeValue);
  if (said !== node.nodeValue) node.nodeValue = said;
}

function attributes(element, french) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (!value) continue;
    const said = french(value);
    if (said !== value) element.setAttribute(name, said);
  }
}

export default function ({ data }) {
  document.documentElement.lang = "fr";
  if (window.psdtFrancais) return;
  window.psdtFrancais = true; // one observer, however often the router runs
  const french = translator(data);
  walk(document.body, french);
  new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(node => walk(node, french));
      else if (type === "characterData") text(target, french);
      else attributes(target, french);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
}
