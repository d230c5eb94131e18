// Light or dark, as the app around the picture is.
const DARK_BELOW = 0.4;
const pencil = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

function lightness(colour) {
  pencil.fillStyle = colour || "#ffffff";
  pencil.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pencil.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Draws the scene in the tones that suit the theme of the page. */
export function takeTones(root, scene) {
  const isDark = lightness(getComputedStyle(root).getPropertyValue("--st-background-color").trim()) < DARK_BELOW;
  root.classList.toggle("dark", isDark);
  globalThis.icebergScene.tones = isDark ? scene.dark : null;
}
