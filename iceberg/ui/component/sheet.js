// Bitmaps of what stands still on the picture, so that moving it, or one card on it, does not draw
// everything anew. Both lie on whole pixels of the screen; scales are device pixels a mm.
const MOST_PER_STAGE = 4;
// Half the line around a card lies outside it.
const EDGE_MM = 0.2;

function bitmapOf(bitmap, width, height) {
  // Setting the size also wipes what was there.
  [bitmap.width, bitmap.height] = [width, height];
  return bitmap.getContext("2d");
}

/** Whether bitmaps pay: those of a page much larger than the stage cost more than they save. */
export function pays(ctx, page) {
  const { a: scale } = ctx.getTransform();
  const { width, height } = ctx.canvas;
  return page.width * page.height * scale * scale <= MOST_PER_STAGE * width * height;
}

/** One bitmap of a whole page, drawn again when its key or the zoom changes. */
export class Sheet {
  constructor() {
    this.bitmap = document.createElement("canvas");
    this.key = null;
  }

  /** Draws what `paint(ctx)` draws, in mm, by way of the bitmap where that pays. */
  draw(ctx, page, key, paint) {
    const { a: scale, e, f } = ctx.getTransform();
    if (!pays(ctx, page)) return paint(ctx);
    const [width, height] = [Math.ceil(page.width * scale), Math.ceil(page.height * scale)];
    if (this.key !== key || this.scale !== scale) {
      const onSheet = bitmapOf(this.bitmap, width, height);
      onSheet.setTransform(scale, 0, 0, scale, 0, 0);
      paint(onSheet);
      [this.key, this.scale] = [key, scale];
    }
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, Math.round(e), Math.round(f));
    ctx.drawImage(this.bitmap, 0, 0);
    ctx.restore();
  }
}

/** A bitmap of each card, for as long as the card is the same and the zoom and the tones are. */
export class Stamps {
  constructor() {
    this.made = new WeakMap();
  }

  /** Draws a card where the scene has it by what `paint(ctx)` draws there, in mm. */
  draw(ctx, card, tones, paint) {
    const { a: scale, e, f } = ctx.getTransform();
    const margin = Math.ceil(EDGE_MM * scale) + 1;
    const left = Math.floor(card.x * scale) - margin;
    const top = Math.floor(card.y * scale) - margin;
    const width = Math.ceil(card.width * scale) + 2 * margin + 1;
    const height = Math.ceil(card.height * scale) + 2 * margin + 1;
    const [x, y] = [left + Math.round(e), top + Math.round(f)];
    let stamp = this.made.get(card);
    if (stamp?.scale !== scale || stamp.tones !== tones) {
      stamp = { bitmap: stamp?.bitmap ?? document.createElement("canvas"), scale, tones };
      const onStamp = bitmapOf(stamp.bitmap, width, height);
      onStamp.setTransform(scale, 0, 0, scale, -left, -top);
      paint(onStamp);
      this.made.set(card, stamp);
    }
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(stamp.bitmap, x, y);
    ctx.restore();
  }
}
