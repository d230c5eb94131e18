// Keeps one picture alive through reruns: Streamlit calls the default export on every change of
// data or theme, and its clean-up before each next call as well as when the place has gone.
import { Board } from "./board.js";

const GRACE_MS = 500;
const mounts = new WeakMap();

function mount(place) {
  if (!mounts.has(place)) mounts.set(place, { board: new Board(place), generation: 0 });
  return mounts.get(place);
}

function unmountUnlessCalledAgain(place, mounted, generation) {
  setTimeout(() => {
    if (mounted.generation !== generation) return;
    mounts.delete(place);
    mounted.board.destroy();
  }, GRACE_MS);
}

export default function canvas({ data: [data], parentElement, setStateValue }) {
  const mounted = mount(parentElement);
  const generation = ++mounted.generation;
  mounted.board.show(data, setStateValue);
  return () => unmountUnlessCalledAgain(parentElement, mounted, generation);
}
