// The last drawings received, by digest: the server sends each one once.
const KEPT = 4;
const scenes = new Map();

function keep(digest, scene) {
  scenes.set(digest, scene);
  if (scenes.size > KEPT) scenes.delete(scenes.keys().next().value);
}

/** The drawing that the data is about, or undefined when it was never received here. */
export function sceneOf({ digest, scene }) {
  if (scene && !scenes.has(digest)) keep(digest, JSON.parse(scene));
  return scenes.get(digest);
}
