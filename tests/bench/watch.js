// Watches a page from its start: when it drew on a canvas, when frames passed, and how the picture
// took what was done. All times are ms since 1970, so that frames within a page can be compared.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const watch = (window.watch = { first: null, draws: [], frames: [], done: null });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    watch.first ??= now();
    watch.draws.push(now());
    return clear.apply(this, box);
  };
  const tick = () => {
    watch.frames.push(now());
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);

  const boardIn = (root) => {
    const found = root.querySelector(".board");
    if (found) return found;
    for (const host of root.querySelectorAll("*")) {
      const inner = host.shadowRoot && boardIn(host.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  watch.board = () => boardIn(document);

  // From the next key or click to the first drawing of what it did, and to the settled picture.
  watch.next = () => {
    const board = watch.board();
    const before = board.dataset.revision;
    const told = { start: null, settled: null };
    watch.done = null;
    const start = () => (told.start ??= now());
    for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, start, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (board.dataset.revision !== before && board.dataset.waiting === "0") told.settled ??= now();
      if (told.settled === null) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => finish(told)));
    });
    observer.observe(board, { attributes: true });
  };

  // What was done is drawn by the handler of the key itself; the answer by what takes it in, or at
  // once after it.
  function finish({ start, settled }) {
    const after = (time) => watch.draws.find((at) => at >= time);
    const sight = after(start);
    watch.done = {
      sight: sight - start,
      frames: watch.frames.filter((at) => at > start && at <= sight).length,
      settled: (after(settled) ?? settled) - start,
    };
  }
})();
