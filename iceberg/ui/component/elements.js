// The elements of the picture's place on the page: the stage, its tools, the list, the spoken line.
const TOOLS = { present: "▣", zoomIn: "+", zoomOut: "−", fit: "⤢" };

function element(tag, className, parent) {
  const made = document.createElement(tag);
  made.className = className;
  parent.append(made);
  return made;
}

function makeTools(parent) {
  const made = Object.entries(TOOLS).map(([name, sign]) => {
    const button = element("button", `tool ${name}`, parent);
    button.type = "button";
    button.textContent = sign;
    return [name, button];
  });
  return Object.fromEntries(made);
}

function setHeight(root, height, page) {
  root.style.setProperty("--aspect", page.width / page.height);
  root.style.height = height ? `${height}px` : "";
}

function loadStyle(root, assets) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `${assets}canvas.css`;
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    root.before(link);
  });
}

/** Builds everything inside `place` and gives its parts by name. */
export function build(place) {
  const beside = element("div", "beside", place);
  const tray = element("section", "tray", beside);
  tray.hidden = true;
  const root = element("div", "board", beside);
  root.hidden = true;
  root.setAttribute("role", "group");
  // A click on the picture leaves the keyboard here, where Escape and the zoom keys are heard.
  root.tabIndex = -1;
  const list = element("ul", "cards", root);
  const stage = element("div", "stage", root);
  stage.setAttribute("aria-hidden", "true");
  const strip = element("div", "strip", root);
  const phase = element("div", "phase", root);
  const adders = element("div", "adders", root);
  const hint = element("p", "hint", root);
  const tools = makeTools(element("div", "tools", root));
  const said = element("p", "said", root);
  said.setAttribute("aria-live", "polite");
  return {
    beside,
    root,
    tray,
    stage,
    tools,
    list,
    adders,
    strip,
    phase,
    hint,
    said,
    tell(sentence, always) {
      hint.textContent = sentence;
      hint.classList.toggle("always", always);
    },
    label(words, height, page) {
      root.setAttribute("aria-label", words.picture);
      hint.textContent = words.hint;
      for (const [name, button] of Object.entries(tools)) {
        button.setAttribute("aria-label", words[name]);
        button.title = words[name];
      }
      setHeight(root, height, page);
    },
    shape: (height, page) => setHeight(root, height, page),
    async styled(assets) {
      await loadStyle(root, assets);
      root.hidden = false;
    },
  };
}
