// The faces that the text was measured with, from the server's own address and only when needed.
const ARABIC = "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF";
const EMOJI =
  "U+200D, U+20E3, U+2190-21FF, U+2300-23FF, U+25A0-27BF, U+2900-297F, U+2B00-2BFF, U+3030, " +
  "U+303D, U+3297, U+3299, U+FE0F, U+1F000-1FAFF, U+E0020-E007F";

const FACES = [
  ["Source Sans 3", "SourceSans3", "U+0-10FFFF"],
  ["IBM Plex Sans Arabic", "IBMPlexSansArabic", ARABIC],
  ["Noto Emoji", "NotoEmoji", EMOJI],
];
const WEIGHTS = { Regular: "400", Bold: "700" };

let registered = false;

function register(assets) {
  if (registered) return;
  registered = true;
  for (const [family, file, unicodeRange] of FACES) {
    for (const [style, weight] of Object.entries(WEIGHTS)) {
      const source = `url("${assets}${file}-${style}.ttf")`;
      document.fonts.add(new FontFace(family, source, { weight, unicodeRange }));
    }
  }
}

function* textsIn(part) {
  if (Array.isArray(part)) for (const inner of part) yield* textsIn(inner);
  else if (part?.kind === "text") yield part.text;
  else if (part && typeof part === "object") for (const inner of Object.values(part)) yield* textsIn(inner);
}

const looked = new WeakSet();
const known = new Set();
let loading = Promise.resolve();

// Parts that stay are the same objects in the next scene, and need no second look.
function newCharacters({ facts, network, ...scene }) {
  const parts = Object.values(scene).flat().filter((part) => part && typeof part === "object");
  const fresh = parts.filter((part) => !looked.has(part));
  for (const part of fresh) looked.add(part);
  return [...new Set([...textsIn(fresh)].join(""))].filter((character) => !known.has(character));
}

/** Resolves when every face that the scene's own characters need is there, or has failed. */
export async function loadFonts(assets, scene) {
  register(assets);
  const fresh = newCharacters(scene);
  if (!fresh.length) return loading;
  for (const character of fresh) known.add(character);
  const used = fresh.join("");
  const { fontFamily } = globalThis.icebergScene;
  const loads = Object.values(WEIGHTS).map((weight) =>
    document.fonts.load(`${weight} 64px ${fontFamily}`, used),
  );
  loading = Promise.allSettled([loading, ...loads]);
  await loading;
}
